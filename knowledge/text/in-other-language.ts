import { type Concept, loadTradeLexicon } from './lexicon.ts';
import { normalize } from './normalize.ts';
import { tradeWords } from './trade-words.ts';

/** The first terms of a concept are its plainest; a later one may be what is done with the thing (露营). */
const PLAIN = { zh: 1, en: 2 };
const HAN = /\p{Script=Han}/u;
/** "Bottles & filters" names two kinds. */
const BETWEEN = /[&/、,，+]|和|与|及|\band\b/;

let byName: ReadonlyMap<string, Concept> | undefined;

/** The concepts of the trade's lexicon by the names that units of a text carry. */
function conceptsByName(): ReadonlyMap<string, Concept> {
  byName ??= new Map(
    loadTradeLexicon().map((concept) => [`#${normalize(concept.zh[0] ?? concept.en[0] ?? '')}`, concept]),
  );
  return byName;
}

/**
 * What names of one language are called in the other, where a word of the trade is all that a name, or a part of it, is
 * made of: 帐篷 for "Tents". Empty where both languages are there.
 */
export function inOtherLanguage(names: readonly string[]): string[] {
  const han = names.some((name) => HAN.test(name));
  if (han && names.some((name) => !HAN.test(name))) return [];
  return names
    .flatMap((name) => name.split(BETWEEN))
    .flatMap((part) => {
      const [only, another] = tradeWords().analyzer.units(part);
      const concepts = only && !another ? only.concepts : [];
      const [concept] = concepts.length === 1 ? concepts.flatMap((name) => conceptsByName().get(name) ?? []) : [];
      const [first = '', ...others] = (han ? concept?.en : concept?.zh) ?? [];
      const plain = [first, ...others.slice(0, PLAIN[han ? 'en' : 'zh'] - 1)];
      // "Charge" is no charger.
      return plain.filter((term) => term.length > 1 && (term === first || !first.startsWith(term)));
    });
}

/** Names with what they are called in the other language. */
export const withOtherLanguage = (names: readonly string[]): string[] => [...names, ...inOtherLanguage(names)];
