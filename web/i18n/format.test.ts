import { expect, it } from 'vitest';
import { createFormat } from './format.ts';

it.each([
  [2_989, 'CNY', '¥2,989'],
  [12.5, 'CNY', '¥12.50'],
  [-20, 'EUR', '-€20'],
  [1_999, 'USD', '$1,999'],
  [388, 'HKD', 'HK$388'],
  [1_200, 'TWD', 'NT$1,200'],
])('writes %d %s as the server does in its words, %s', (amount, currency, written) => {
  for (const locale of ['zh', 'en']) expect(createFormat(locale).money(amount, currency)).toBe(written);
});
