import { expect, it } from 'vitest';
import { unitCalled, unitOfKey } from './units.ts';

it('knows a unit by what either language calls it, and by the key of a property', () => {
  for (const word of ['cm', '厘米', '公分', 'centimetres']) expect(unitCalled(word)?.symbol).toBe('cm');
  expect(unitOfKey('max_load_kg')).toMatchObject({ family: 'weight', factor: 1_000 });
  expect(unitOfKey('capacity_litres')?.symbol).toBe('l');
  expect(unitOfKey('colour')).toBeUndefined();
});

it('sets units of one family beside each other', () => {
  const size = (amount: number, word: string) => amount * (unitCalled(word)?.factor ?? Number.NaN);
  expect(size(1.5, '公斤')).toBe(size(3, '斤'));
  expect(size(2, 'hours')).toBe(size(120, '分钟'));
  expect(size(0.5, '升')).toBe(size(500, 'ml'));
});
