import { expect, it } from 'vitest';
import { type PromotionStep, promotionStack } from './promotion-stack.ts';

const up = (version: number): PromotionStep => ({ version, action: 'promote' });
const back: PromotionStep = { version: null, action: 'rollback' };

it('starts at the shipped model', () => expect(promotionStack([])).toEqual([0]));
it('goes back step by step', () => {
  expect(promotionStack([up(3), up(5)])).toEqual([0, 3, 5]);
  expect(promotionStack([up(3), up(5), back])).toEqual([0, 3]);
  expect(promotionStack([up(3), up(5), back, back])).toEqual([0]);
  expect(promotionStack([up(3), back, up(4)])).toEqual([0, 4]);
});
it('has an end', () => expect(promotionStack([back, back, up(1)])).toEqual([0, 1]));
