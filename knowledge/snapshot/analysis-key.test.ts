import { expect, it } from 'vitest';
import { analysisKey, analysisProgram } from './analysis-key.ts';

it('is another one for other words', async () => {
  const program = await analysisProgram();
  const key = analysisKey(program, [{ zh: ['退款'], en: ['refund'] }]);
  expect(analysisKey(program, [{ zh: ['退款'], en: ['refund'] }])).toBe(key);
  expect(analysisKey(program, [{ zh: ['退款'], en: ['refund', 'money back'] }])).not.toBe(key);
  expect(analysisKey(`${program}x`, [{ zh: ['退款'], en: ['refund'] }])).not.toBe(key);
});
