import words from '../../tools/state-words.json' with { type: 'json' };
import type { Locale } from './dictionary.ts';

/** What has states of its own; `record`: a refund, payment or invoice. */
export type StateOf = keyof typeof words;

/** The same states in a language that is not built in, by their codes. */
export type MoreStates = Partial<Record<StateOf, Partial<Record<string, string>>>>;

const codeOf = (state: string): string => state.toLowerCase().replace(/[\s-]/g, '_');

function known(of: StateOf, state: string, locale: Locale): string | undefined {
  const states: Partial<Record<string, Record<Locale, string>>> = words[of];
  return states[codeOf(state)]?.[locale];
}

/** A state in the reader's words, as within a sentence; one that only the shop knows as it is. */
export const stateWords = (of: StateOf, state: string, locale: Locale): string => known(of, state, locale) ?? state;

/** The same where it stands by itself: "In transit"; `more` goes before the language that is built in. */
export function stateTitle(of: StateOf, state: string | null, locale: Locale, more: MoreStates = {}): string | null {
  const said = state === null ? undefined : (more[of]?.[codeOf(state)] ?? known(of, state, locale));
  return said === undefined ? state : said.charAt(0).toUpperCase() + said.slice(1);
}
