import { EVIDENCE_THRESHOLD } from '../../knowledge/evidence.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';

/**
 * How much of the threshold a surely understood question of the trade is spared: that it is one is itself evidence
 * that the shop's documents speak of it. Chosen on evals/retrieval: answerable questions declined fell by a third,
 * unanswerable ones answered rose by one in a hundred.
 */
const SPARED = 0.25;
const UNSURE = 0.5;

/** The evidence that an answer to this request needs, between 0 and 1. */
export function evidenceNeeded(request: Pick<UnderstoodRequest, 'route' | 'intent' | 'confidence'>): number {
  if (request.route !== 'knowledge' || request.intent === 'unclear') return EVIDENCE_THRESHOLD;
  const sure = Math.max(0, (request.confidence - UNSURE) / (1 - UNSURE));
  return EVIDENCE_THRESHOLD - SPARED * sure;
}
