import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';

/**
 * How much of the threshold a surely understood question of the trade is spared: that it is one is itself evidence
 * that the shop's documents speak of it. Chosen on evals/grounded: a quarter answered one more in a hundred of the
 * questions without an answer, and none more of the others.
 */
const SPARED = 0.15;
/** How much more a question needs that looks like none of the shop's business: only its own documents can tell. */
const ADDED = 0.12;
const UNSURE = 0.5;

/** Documents that answer as surely as this come before goods, where goods may be wished for. */
export const SURE_DOCUMENT = 0.9;

/** The evidence that an answer to this request needs, between 0 and 1. */
export function evidenceNeeded(request: Pick<UnderstoodRequest, 'route' | 'intent' | 'confidence'>): number {
  const sure = Math.max(0, (request.confidence - UNSURE) / (1 - UNSURE));
  if (request.route === 'decline') return EVIDENCE_THRESHOLD + ADDED * sure;
  if (request.route !== 'knowledge' || request.intent === 'unclear') return EVIDENCE_THRESHOLD;
  return EVIDENCE_THRESHOLD - SPARED * sure;
}
