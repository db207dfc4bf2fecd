/**
 * The SDK of Kefu's widget: `window.Kefu`, there once /widget.js has run (event `kefu:ready` on window). This file is
 * served as /widget.d.ts; copy it into your project.
 */
export interface KefuMessage {
  id: string | null;
  author: 'bot' | 'agent';
  text: string;
}

/** What each event of `Kefu.on` tells. On the element they are DOM events, `kefu:open` and so on, with `detail`. */
export interface KefuEvents {
  open: undefined;
  close: undefined;
  /** The reader chose a language in the widget. */
  locale: string;
  /** Who has the conversation now. */
  status: 'bot' | 'waiting' | 'human' | 'closed';
  /** A whole reply of the bot, or of a person. */
  message: KefuMessage;
  /** The customer's token was refused: bring a new one with `identify`. */
  unauthorized: undefined;
}

/** The product in view and what is in the basket. */
export interface KefuPageContext {
  productId?: string;
  basket?: { productId: string; variantId?: string; quantity?: number }[];
}

export interface KefuSdk {
  open(): void;
  close(): void;
  /** A customer token signed by the shop's server; null when the customer signs out. */
  identify(token: string | null): Promise<void>;
  /** Opens the panel and sends a message. */
  send(text: string): void;
  /** Opens the panel and puts text into the message box. */
  compose(text: string): void;
  /** For recommendations; null when neither a product nor a basket is there. */
  setContext(page: KefuPageContext | null): void;
  /** `zh`, `en`, or another for which the server has a file of words. */
  setLocale(locale: string): void;
  setTheme(theme: 'light' | 'dark' | null): void;
  /** Returns the function that ends the listening. */
  on<Name extends keyof KefuEvents>(event: Name, listener: (detail: KefuEvents[Name]) => void): () => void;
}

declare global {
  interface Window {
    Kefu?: KefuSdk;
  }
}
