import { expect, it } from 'vitest';
import { slotsSchema } from '../../../understanding/types.ts';
import { pointsAtNothing } from './points-at-nothing.ts';

const fresh = { focusProductIds: [], shownProductIds: [], lastQuestion: undefined };
const points = (text: string, over: Partial<Parameters<typeof pointsAtNothing>[1]> = {}) =>
  pointsAtNothing({ text, intent: 'product_question', slots: slotsSchema.parse({}) }, { ...fresh, ...over });

it.each([
  '这个怎么用',
  '这款能放洗碗机吗',
  '那个东西防水吗',
  'is this waterproof?',
  'how do I clean this',
  'does this come with a lid',
])('asks which thing is meant where none is in view: %s', (text) => {
  expect(points(text)).toBe(true);
  expect(points(text, { focusProductIds: ['p1'] })).toBe(false);
  expect(points(text, { lastQuestion: '优惠券有什么条件' })).toBe(false);
});

it.each([
  '这个优惠券怎么用',
  '这个杯子能洗吗',
  'is this shop open today',
  'can this week’s order be changed',
  '怎么用积分',
])('leaves what names a thing: %s', (text) => {
  expect(points(text)).toBe(false);
});
