import { h, render } from 'preact';
import { dictionaries, pickLocale } from '../i18n/dictionary.ts';
import { fetchWords } from '../i18n/more-words.ts';
import { type Chat, createChat } from './chat.ts';
import { explain } from './explain.ts';
import { followLook, lookSheet } from './look.ts';
import { createReplyWatch } from './reply-watch.ts';
import { createSession } from './session.ts';
import { createStorage } from './storage.ts';
import { createStore, type Store } from './store.ts';
import { widgetSheets } from './styles/widget-sheets.ts';
import { Widget, type WidgetSettings } from './view/widget.tsx';

/** Where /widget.js came from: the server that the widget talks to unless told otherwise. */
const script = document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src).origin : '';

/** From this width on, in CSS pixels, open="wide" opens the panel at once: below it would cover the page. */
const WIDE = 900;

/** <kefu-chat token locale api open inline title starters theme>. `starters` are separated by "|". The element owns
 * its connections and closes them when it leaves the page. */
export class KefuChat extends HTMLElement {
  static readonly observedAttributes = ['token', 'locale', 'title', 'starters', 'inline'];
  readonly settings: Store<WidgetSettings> = createStore<WidgetSettings>({
    open: false,
    inline: false,
    locale: 'en',
    more: null,
    title: null,
    starters: null,
    look: null,
    draft: '',
    focus: 0,
  });
  #chat: Chat | null = null;
  #unsubscribe: () => void = () => undefined;

  /** The conversation; null while the element is not in a page. */
  get chat(): Chat | null {
    return this.#chat;
  }

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const colours = new CSSStyleSheet();
    root.adoptedStyleSheets = [...widgetSheets(), colours];
    const storage = createStorage('kefu:');
    const base = this.getAttribute('api') ?? script;
    this.settings.set({
      open: this.hasAttribute('open') && (this.getAttribute('open') !== 'wide' || innerWidth >= WIDE),
      inline: this.hasAttribute('inline'),
      locale: pickLocale([this.getAttribute('locale'), storage.get('locale'), ...navigator.languages]),
    });
    const asked = this.getAttribute('locale');
    if (asked) this.#speak(asked);
    const session = createSession({ base, storage });
    session.identify(this.getAttribute('token'));
    const words = () => dictionaries[this.settings.get().locale];
    const chat = createChat({
      session,
      locale: () => this.settings.get().locale,
      explain: (problem) => explain(words(), problem),
      onUnauthorized: () => this.#tell('unauthorized', undefined),
    });
    this.#chat = chat;
    let open = this.settings.get().open;
    let locale: string = this.settings.get().locale;
    let { status } = chat.state.get();
    const told = createReplyWatch((message) => this.#tell('message', message));
    const ends = [
      this.settings.subscribe(() => {
        const now = this.settings.get();
        if (now.open !== open) this.#tell(now.open ? 'open' : 'close', undefined);
        const spoken = now.more?.locale ?? now.locale;
        if (spoken !== locale) {
          if (!now.more) storage.set('locale', spoken);
          this.#tell('locale', spoken);
        }
        open = now.open;
        locale = spoken;
      }),
      chat.state.subscribe(() => {
        told(chat.state.get());
        const now = chat.state.get().status;
        if (now !== status) this.#tell('status', now);
        status = now;
      }),
    ];
    this.#unsubscribe = () => {
      for (const end of ends) end();
    };
    followLook({
      base,
      storage,
      onLook: (look) => {
        colours.replaceSync(lookSheet(look));
        this.settings.set({ look });
      },
    });
    render(h(Widget, { chat, settings: this.settings }), root);
    void chat.load();
  }

  disconnectedCallback() {
    this.#unsubscribe();
    this.#chat?.close();
    this.#chat = null;
    if (this.shadowRoot) render(null, this.shadowRoot);
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null) {
    if (name === 'title') this.settings.set({ title: value });
    if (name === 'inline') this.settings.set({ inline: value !== null });
    if (name === 'starters') this.settings.set({ starters: value?.split('|').map((text) => text.trim()) ?? null });
    if (name === 'locale' && value) this.#speak(value);
    if (name === 'token' && before !== value) void this.#chat?.identify(value);
  }

  /** A language that is built in, or one that the server has words for. */
  #speak(locale: string) {
    const built = pickLocale([locale]);
    this.settings.set({ locale: built, more: null });
    if (!this.isConnected || locale.toLowerCase().startsWith(built)) return;
    void fetchWords(this.getAttribute('api') ?? script, locale).then((more) => {
      if (more && this.getAttribute('locale') === locale) this.settings.set({ more });
    });
  }

  #tell(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(`kefu:${name}`, { detail, bubbles: true, composed: true }));
  }
}
