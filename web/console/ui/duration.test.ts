import { expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { lasting, since } from './duration.ts';

it('tells a time in the unit that people would use', () => {
  const { zh, en } = dictionaries;
  expect(lasting(2_454_000, en)).toBe('40 min');
  expect(lasting(2_454_000, zh)).toBe('40 分钟');
  expect(since('2026-11-30T00:00:00Z', Date.parse('2026-11-30T03:10:00Z'), en)).toMatch(/^3\D/);
  expect(since('2026-11-27T00:00:00Z', Date.parse('2026-11-30T03:10:00Z'), zh)).toMatch(/^3.*天/);
});
