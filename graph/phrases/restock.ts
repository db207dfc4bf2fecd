import type { Language } from '../../stores/schema.ts';

/** What is said of things that are sold out and come back. */
export interface RestockPhrases {
  willTell(name: string): string;
  isThere(name: string): string;
  back(name: string): string;
  /** A button: what the customer then says. */
  tellMe: string;
  givenUp: string;
  noneOpen: string;
}

const zh: RestockPhrases = {
  willTell: (name) => `${name}目前缺货。到货后我会在这个对话里通知您；不需要了就说“取消到货提醒”。`,
  isThere: (name) => `${name}现在有货，可以直接下单。`,
  back: (name) => `您等的${name}到货了，现在可以下单。`,
  tellMe: '到货通知我',
  givenUp: '好的，到货提醒已取消。',
  noneOpen: '目前没有等待中的到货提醒。',
};

const en: RestockPhrases = {
  willTell: (name) =>
    `${name} is out of stock at the moment. I’ll tell you in this conversation when it is back; say “cancel the stock alert” if you no longer want that.`,
  isThere: (name) => `${name} is in stock now; you can order it right away.`,
  back: (name) => `${name}, which you were waiting for, is back in stock.`,
  tellMe: 'Let me know when it’s back in stock',
  givenUp: 'All right, the stock alert is cancelled.',
  noneOpen: 'No stock alert is open.',
};

const PHRASES: Record<Language, RestockPhrases> = { zh, en };

export const restockPhrases = (language: Language): RestockPhrases => PHRASES[language];
