import { expect, it } from 'vitest';
import { addDays } from '../stores/add-days.ts';
import { formatDay, formatMoney, startOfDay } from './format.ts';

it('shows money without needless cents', () => {
  expect(formatMoney(1399, 'CNY')).toBe('¥1,399');
  expect(formatMoney(12.5, 'USD')).toBe('$12.50');
});

it.each([
  [388, 'HKD', 'HK$388'],
  [1_200, 'TWD', 'NT$1,200'],
  [99, 'CAD', 'CA$99'],
  [-12.5, 'AUD', '-A$12.50'],
  [70, 'INR', '₹70'],
  [240, 'CHF', 'CHF 240'],
])('tells currencies of one symbol apart: %d %s is %s', (amount, currency, written) => {
  expect(formatMoney(amount, currency)).toBe(written);
});

it('shows a calendar day as that day in every time zone', () => {
  expect(formatDay('2026-11-20', 'zh', 'Asia/Shanghai')).toBe('2026年11月20日');
  expect(formatDay('2026-11-20', 'en', 'America/Los_Angeles')).toBe('20 Nov 2026');
  expect(formatDay('2026-11-19T17:00:00Z', 'zh', 'Asia/Shanghai')).toBe('2026年11月20日');
  expect(formatDay('soon', 'en', 'UTC')).toBe('soon');
});

it('knows when a day begins in the shop’s time zone', () => {
  expect(new Date(startOfDay('2026-11-20', 'Asia/Shanghai')).toISOString()).toBe('2026-11-19T16:00:00.000Z');
  expect(new Date(startOfDay('2026-11-20', 'UTC')).toISOString()).toBe('2026-11-20T00:00:00.000Z');
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
});
