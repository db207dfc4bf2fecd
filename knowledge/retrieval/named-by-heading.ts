import { type AnalysedQuery, coverOf } from './query.ts';
import type { PassageTerms } from './with-answer-kind.ts';

/** A title that meets this much of a unit is about it, and so is every section below it. */
const ABOUT = 0.5;

/** Of what is asked of a document's subject ("clean" of an air fryer's manual), the share that the passage's own heading names. */
export function namedByHeading(query: AnalysedQuery, { title, heading }: PassageTerms): number {
  let asked = 0;
  let named = 0;
  for (const unit of query.units) {
    if (coverOf(unit, title) >= ABOUT) continue;
    asked += unit.weight;
    named += unit.weight * coverOf(unit, heading);
  }
  return asked > 0 && asked < query.total ? named / asked : 0;
}
