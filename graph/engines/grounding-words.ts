import type { Analyzer, QueryUnit } from '../../knowledge/text/analyzer.ts';

/** Measures (numbers are compared with theirs) and words that say nothing of the matter; English ones as stems. */
const NEUTRAL =
  /^(?:个|天|日|周|月|年|小时|分钟|工作日|自然日|元|块|块钱|人民币|美元|折|为|并|即|即可|进行|会在|后续|我们|您|以内|以上|以下|超过|之内|起|(?:busi|work|calendar|natur|full|consecut)? ?(?:day|week|month|year|hour|minut)s?|yuan|dollar|usd|rmb|percent|within|abov|below|over|under|least|back|goe|long|accept|appli|allow|follow|note|start|begin|counting|well|therefor|howev|onc|upon|onli|simpli|total|afterward|also|约|先)$/;

const wordsOf = (analyzer: Analyzer, text: string): QueryUnit[] =>
  analyzer.units(text).filter((unit) => unit.kind !== 'number' && !NEUTRAL.test(unit.text));

/** The content words of a claim. */
export const claimUnits = (analyzer: Analyzer, claim: string): QueryUnit[] =>
  wordsOf(analyzer, claim.replace(/\[\d{1,2}\]/g, ' '));

/** The share of a claim's words (0..1) that terms cover, by the words themselves or by their concept in either language. */
export function coverage(units: readonly QueryUnit[], terms: ReadonlySet<string>): number {
  let total = 0;
  let covered = 0;
  for (const unit of units) {
    total += unit.terms.length;
    if (unit.concepts.some((concept) => terms.has(concept))) covered += unit.terms.length;
    else covered += unit.terms.filter((term) => terms.has(term)).length;
  }
  return total === 0 ? 0 : covered / total;
}
