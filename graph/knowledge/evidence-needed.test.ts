import { expect, it } from 'vitest';
import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import { evidenceNeeded } from './evidence-needed.ts';

it('needs less evidence the surer it is that the question is the shop’s business, and never less for others', () => {
  const sure = evidenceNeeded({ route: 'knowledge', intent: 'refund_policy', confidence: 0.98 });
  const unsure = evidenceNeeded({ route: 'knowledge', intent: 'refund_policy', confidence: 0.4 });
  expect(sure).toBeGreaterThan(0);
  expect(sure).toBeLessThan(unsure);
  expect(unsure).toBe(EVIDENCE_THRESHOLD);
  expect(evidenceNeeded({ route: 'knowledge', intent: 'unclear', confidence: 0.99 })).toBe(EVIDENCE_THRESHOLD);
  const foreign = evidenceNeeded({ route: 'decline', intent: 'out_of_scope', confidence: 0.99 });
  expect(foreign).toBeGreaterThan(EVIDENCE_THRESHOLD);
  expect(foreign).toBeLessThan(1);
});
