import { expect, it } from 'vitest';
import { traceTokens } from './trace-tokens.ts';

it('adds up what the calls of a turn took', () => {
  const call = (inputTokens: number | null, outputTokens: number | null) => ({
    step: 'model',
    data: { inputTokens, outputTokens },
  });
  expect(traceTokens([call(100, 7), { step: 'search', data: {} }, call(null, null), call(20, 1)])).toBe(128);
  expect(traceTokens([{ step: 'search', data: {} }])).toBeUndefined();
  expect(traceTokens(undefined)).toBeUndefined();
});
