import type { Dictionary } from './dictionary.ts';
import type { MoreStates } from './state-words.ts';

/**
 * A language of the widget beyond those that are built in: a file `more/<locale>.json`, fetched when it is asked for.
 * A word that it lacks is English.
 */
export interface MoreWords {
  /** BCP 47. */
  locale: string;
  dir: 'ltr' | 'rtl';
  words: Partial<Dictionary>;
  /** Of orders, parcels and records. */
  states?: MoreStates;
}

/** Part of an address: nothing but a language tag. */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** The words of the first of `locale` and its language that there is a file for; null for none. */
export async function fetchWords(base: string, locale: string): Promise<MoreWords | null> {
  const tags = [locale, locale.split('-')[0] ?? ''].filter((tag) => TAG.test(tag));
  for (const tag of new Set(tags.map((one) => one.toLowerCase()))) {
    const response = await fetch(`${base}/widget/words/${tag}.json`).catch(() => null);
    if (response?.ok) return (await response.json()) as MoreWords;
  }
  return null;
}
