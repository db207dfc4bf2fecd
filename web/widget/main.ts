import { KefuChat } from './element.ts';
import { createSdk } from './sdk.ts';

/** <script src="…/widget.js" data-token data-locale data-open data-title data-starters data-theme data-api>: the
 * script's data attributes become the element's. A page that places <kefu-chat> itself gets no second one. */
const given = document.currentScript instanceof HTMLScriptElement ? { ...document.currentScript.dataset } : {};

function mount() {
  const placed = document.querySelector<KefuChat>('kefu-chat');
  const element = placed ?? new KefuChat();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) element.setAttribute(name, value);
  if (!placed) document.body.append(element);
  window.Kefu = createSdk(element);
  window.dispatchEvent(new Event('kefu:ready'));
}

if (!customElements.get('kefu-chat')) {
  customElements.define('kefu-chat', KefuChat);
  if (document.body) mount();
  else document.addEventListener('DOMContentLoaded', mount, { once: true });
}
