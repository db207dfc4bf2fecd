import type { KefuChat } from './element.ts';
import type { KefuEvents, KefuSdk } from './kefu.d.ts';

/** The SDK over the page's element. */
export function createSdk(element: KefuChat): KefuSdk {
  const { settings } = element;
  const focused = () => ({ open: true, focus: settings.get().focus + 1 });
  return {
    open: () => settings.set(focused()),
    close: () => settings.set({ open: false }),
    identify: async (token) => element.chat?.identify(token),
    send(text) {
      settings.set({ open: true });
      element.chat?.send(text);
    },
    compose: (text) => settings.set({ ...focused(), draft: text }),
    setContext: (page) => element.chat?.setContext(page),
    setLocale: (locale) => element.setAttribute('locale', locale),
    setTheme(theme) {
      if (theme) element.setAttribute('theme', theme);
      else element.removeAttribute('theme');
    },
    on(event, listener) {
      // The element tells only what KefuEvents says.
      const hear = (happened: Event) => listener((happened as CustomEvent<KefuEvents[typeof event]>).detail);
      element.addEventListener(`kefu:${event}`, hear);
      return () => element.removeEventListener(`kefu:${event}`, hear);
    },
  };
}
