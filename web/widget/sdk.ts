import type { KefuChat } from './element.ts';
import type { PageContext } from './session.ts';

/** What window.Kefu offers a shop's page. Every call works at any time after /widget.js has run. */
export interface KefuSdk {
  open(): void;
  close(): void;
  /** A customer token signed by the shop's server; null when the customer signs out. */
  identify(token: string | null): Promise<void>;
  /** Opens the panel and sends a message. */
  send(text: string): void;
  /** Opens the panel and puts text into the message box. */
  compose(text: string): void;
  /** The product in view and the basket, for recommendations; null when neither. */
  setContext(page: PageContext | null): void;
  setLocale(locale: 'zh' | 'en'): void;
  setTheme(theme: 'light' | 'dark' | null): void;
  /** `open`, `close`, `locale` (detail: the locale), `status` (bot, waiting, human, closed), `unauthorized`.
   * Returns the function that ends the listening. */
  on(event: 'open' | 'close' | 'locale' | 'status' | 'unauthorized', listener: (detail: unknown) => void): () => void;
}

declare global {
  interface Window {
    Kefu?: KefuSdk;
  }
}

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
    setLocale: (locale) => settings.set({ locale }),
    setTheme(theme) {
      if (theme) element.setAttribute('theme', theme);
      else element.removeAttribute('theme');
    },
    on(event, listener) {
      const hear = (happened: Event) => listener(happened instanceof CustomEvent ? happened.detail : undefined);
      element.addEventListener(`kefu:${event}`, hear);
      return () => element.removeEventListener(`kefu:${event}`, hear);
    },
  };
}
