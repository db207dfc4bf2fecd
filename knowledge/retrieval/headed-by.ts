import { isCommonWord } from '../text/common-words.ts';
import { tradeWords } from '../text/trade-words.ts';
import type { Passage } from '../types.ts';

/** Before what is done: "how do I" wash it, 怎么 清洗. */
const HOW = /.*?(?:怎么样?|怎样|如何|咋|\bhow (?:(?:do|can|should|would) (?:i|you|we|one)|to)\b)/i;

/** Whether a passage's heading names what is done, in a question of how, to the thing that its title names: "Washing" of sleeping bags. */
export function isHeadedBy(question: string, { title, heading }: Pick<Passage, 'title' | 'heading'>): boolean {
  const own = heading?.split(' › ').at(-1) ?? '';
  if (own === '' || own === title) return false;
  const { analyzer } = tradeWords();
  const [doing] = analyzer.units(question.replace(HOW, '')).filter(({ terms }) => terms.length > 0);
  const [above, said] = [`${title} ${heading}`, own].map((text) => new Set(analyzer.terms(text)));
  const units = analyzer.units(question).filter(({ text, terms }) => terms.length > 0 && !isCommonWord(text));
  const isMet = (terms: ReadonlySet<string> | undefined, unit: (typeof units)[number]): boolean =>
    terms !== undefined &&
    (unit.concepts.some((concept) => terms.has(concept)) || unit.terms.every((term) => terms.has(term)));
  return doing !== undefined && isMet(said, doing) && units.every((unit) => isMet(above, unit));
}
