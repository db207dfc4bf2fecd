import type { Language } from '../../stores/schema.ts';
import { ANSWERABLE, UNANSWERABLE } from '../retrieval/cases.ts';
import { ROUTING_CASES } from '../routing/cases.ts';

/** A question to the sample shop: one that its documents answer, one that nothing answers, one about orders. */
export type GroundedCase = { question: string; language: Language } & (
  | { kind: 'answerable'; expect: string[] }
  | { kind: 'unanswerable' }
  | { kind: 'order' }
);

export const GROUNDED_CASES: GroundedCase[] = [
  ...ANSWERABLE.map((one): GroundedCase => ({ ...one, kind: 'answerable' })),
  ...UNANSWERABLE.map((one): GroundedCase => ({ ...one, kind: 'unanswerable' })),
  ...ROUTING_CASES.filter(({ orders }) => orders).map(
    ({ text, language }): GroundedCase => ({ question: text, language, kind: 'order' }),
  ),
];
