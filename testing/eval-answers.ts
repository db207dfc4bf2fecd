const RUN = {
  id: '2026-11-20-a',
  startedAt: '2026-11-20T08:00:00.000Z',
  engine: 'local',
  passed: false,
  suites: [
    {
      name: 'retrieval',
      passed: false,
      metrics: [
        { name: 'hit@5', value: 0.97, bar: 0.95, interval: [0.9, 0.99] },
        { name: 'mrr', value: 0.71, bar: 0.8 },
      ],
    },
  ],
};
const HIT = {
  id: 'c1',
  title: 'Returns',
  page: 3,
  evidence: 0.4,
  legs: { lexical: { rank: 1, score: 10.2 } },
  text: 'Thirty days',
};
const MISSED = {
  ...{ id: 'hit@5: how long', passed: false, expected: 'returns', actual: 'warranty' },
  trace: [
    {
      step: 'understand',
      atMs: 2,
      data: {
        requests: [{ text: 'how long', intent: 'return_policy', route: 'knowledge', confidence: 0.9 }],
        context: {},
      },
    },
    { step: 'search', atMs: 9, data: { question: 'how long', evidence: 0.4, hits: [HIT] } },
    {
      step: 'model',
      atMs: 11,
      data: {
        ...{ purpose: 'answer', model: 'some-model', outcome: 'cut', finish: null, ms: 2, firstTokenMs: 1 },
        ...{ inputTokens: 120, outputTokens: 4, estimated: true, passages: ['c1'] },
        messages: [{ role: 'system', text: 'Answer from the passages.' }],
      },
    },
    { step: 'find_orders', atMs: 12, data: { orders: [] } },
  ],
};
const RUN_WITH_CASES = { ...RUN, suites: RUN.suites.map((suite) => ({ ...suite, cases: [MISSED] })) };
const COMPARED = [
  {
    name: 'retrieval',
    metrics: [{ name: 'mrr', before: 0.75, after: 0.71, bar: 0.8 }],
    newlyFailing: [{ id: MISSED.id, expected: 'returns', before: 'returns', after: 'warranty' }],
    newlyPassing: [{ id: 'hit@5: how far', expected: 'delivery', before: 'none', after: 'delivery' }],
    stillFailing: 2,
  },
];
const IN_RUN = { runId: RUN.id, startedAt: RUN.startedAt, engine: 'local', expected: 'returns', actual: 'warranty' };
const DRAFT = {
  ...{ name: 'Returns', language: 'en', customer: null },
  lines: ['how long', 'thanks'].map((say) => ({
    say,
    expect: { route: 'knowledge', says: ['thirty'], not: [], cites: ['Returns'] },
  })),
};
const TURN = {
  ...{ turnId: 't', conversationId: 'c', at: RUN.startedAt, text: 'how long', reply: 'Thirty days [1].' },
  ...{ language: 'en', route: 'knowledge', intent: 'return_policy', engine: 'local', degraded: false, status: 'done' },
  ...{ errorCode: null, firstTokenMs: 3, totalMs: 9 },
};
/** What the API answers of evals that were run, by a pattern of its addresses: pages without a run have little to show. */
export const EVAL_ANSWERS: Record<string, unknown> = {
  '**/api/evals/runs': [RUN],
  '**/api/evals/runs/*': RUN_WITH_CASES,
  '**/api/evals/comparison?*': COMPARED,
  '**/api/qa/cases/draft?*': DRAFT,
  '**/api/qa/cases': [{ ...DRAFT, id: 'a', conversationId: null, createdBy: 'qa', createdAt: RUN.startedAt }],
  '**/api/qa/traces/*': { ...TURN, trace: MISSED.trace },
  '**/api/evals/cases?*': [
    { ...IN_RUN, passed: false, ms: 3 },
    { ...IN_RUN, passed: true, ms: null },
  ],
};
