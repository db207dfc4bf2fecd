import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Dictionary, Locale } from '../../i18n/dictionary.ts';
import { en } from '../../i18n/en.ts';
import { createFormat, type Format } from '../../i18n/format.ts';
import type { MoreStates } from '../../i18n/state-words.ts';
import type { Chat } from '../chat.ts';

/** What every view needs: the words, the writing of numbers, and, where the customer looks, the conversation. */
export interface Surroundings {
  t: Dictionary;
  /** States in a language beyond `locale`. */
  states?: MoreStates | undefined;
  locale: Locale;
  format: Format;
  chat: Chat | null;
  /** Puts text into the message box, ready to be changed and sent; null where somebody else reads along. */
  compose: ((text: string) => void) | null;
}

const context = createContext<Surroundings>({
  t: en,
  locale: 'en',
  format: createFormat('en'),
  chat: null,
  compose: null,
});

export const SurroundingsProvider = context.Provider;
export const useSurroundings = (): Surroundings => useContext(context);
