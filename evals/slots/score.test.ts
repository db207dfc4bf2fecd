import { expect, it } from 'vitest';
import type { SlotCase } from './cases.ts';
import { scoreSlots } from './score.ts';

const asked = (change: Partial<SlotCase>): SlotCase => ({
  ...{ shop: 'fashion', text: 'where is order #W2381045', orders: ['#W2381045'], tracking: [] },
  ...{ products: [], dates: [], phones: [], emails: [] },
  ...change,
});

it('gives full marks where what is found is what was labelled', () => {
  expect(scoreSlots('en', [asked({})])).toMatchObject({ count: 1, f1: { orders: 1, products: 1 }, mistakes: [] });
});

it('counts what is missed, and what is found and should not be', () => {
  const { f1, mistakes } = scoreSlots('en', [asked({}), asked({ orders: [] }), asked({ text: 'hello' })]);
  expect(f1.orders).toBeCloseTo(0.5);
  expect(mistakes).toEqual([
    { text: 'where is order #W2381045', kind: 'orders', expected: '', found: '#W2381045' },
    { text: 'hello', kind: 'orders', expected: '#W2381045', found: '' },
  ]);
});
