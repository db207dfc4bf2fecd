import words from '../../tools/state-words.json' with { type: 'json' };
import type { Locale } from './dictionary.ts';

/** What has states of its own; `record`: a refund, payment or invoice. */
export type StateOf = keyof typeof words;

function known(of: StateOf, state: string, locale: Locale): string | undefined {
  const states: Partial<Record<string, Record<Locale, string>>> = words[of];
  return states[state.toLowerCase().replace(/[\s-]/g, '_')]?.[locale];
}

/** A state in the reader's words, as within a sentence; one that only the shop knows as it is. */
export const stateWords = (of: StateOf, state: string, locale: Locale): string => known(of, state, locale) ?? state;

/** The same where it stands by itself: "In transit". */
export function stateTitle(of: StateOf, state: string | null, locale: Locale): string | null {
  const said = state === null ? undefined : known(of, state, locale);
  return said === undefined ? state : said.charAt(0).toUpperCase() + said.slice(1);
}
