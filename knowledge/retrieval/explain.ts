import type { Language } from '../../stores/schema.ts';
import type { Hit, SearchExplanation, Why } from '../types.ts';
import { ASK_THRESHOLD, contributions, EVIDENCE_THRESHOLD } from './evidence.ts';
import type { Features } from './features.ts';
import { type AnalysedQuery, coverOf, type WeightedUnit } from './query.ts';
import type { PassageTerms } from './with-answer-kind.ts';
import { mendedWord, writtenWords } from './written-words.ts';

/** A unit of which this share stands in a passage is met. */
const MET = 0.5;

/** What each feature of a passage added, and which units of the question it meets. */
export function whyOf(query: AnalysedQuery, { all }: PassageTerms, features: Features): Why {
  const names = { met: [] as string[], missing: [] as string[] };
  for (const unit of query.units) names[coverOf(unit, all) >= MET ? 'met' : 'missing'].push(unit.text);
  return { ...contributions(features), ...names };
}

/** A unit as a reader knows it: in the question's own spelling, and what was mended in it. */
function spelling({ text, correctedFrom }: WeightedUnit, written: (terms: string) => string) {
  if (correctedFrom === undefined) return { written: written(text), correctedFrom: null };
  const slip = written(correctedFrom);
  return { written: mendedWord(text, { term: correctedFrom, written: slip }), correctedFrom: slip };
}

/** How a question was understood, and what its evidence means. */
export function explainQuery(query: AnalysedQuery, language: Language, hits: Hit[]): SearchExplanation {
  const evidence = Math.max(0, ...hits.map((hit) => hit.evidence));
  const written = writtenWords(query.question);
  return {
    language,
    units: query.units.map((unit) => ({
      text: unit.text,
      kind: unit.kind,
      weight: unit.weight,
      share: query.total > 0 ? unit.weight / query.total : 0,
      concepts: unit.concepts.filter((concept) => concept.startsWith('#')).map((concept) => concept.slice(1)),
      unknown: unit.unknown,
      ...spelling(unit, written),
    })),
    threshold: EVIDENCE_THRESHOLD,
    askThreshold: ASK_THRESHOLD,
    verdict: evidence >= EVIDENCE_THRESHOLD ? 'answer' : evidence >= ASK_THRESHOLD ? 'clarify' : 'decline',
  };
}
