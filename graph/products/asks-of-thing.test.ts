import { expect, it } from 'vitest';
import { asksOfThing } from './asks-of-thing.ts';

it.each([
  '你们用植物奶油吗',
  'is next day delivery available for glasses',
  'can I combine two codes',
  '蛋糕可以冷冻吗',
])('asks something of what is named: %s', (text) => {
  expect(asksOfThing({ text, isQuestion: true })).toBe(true);
});

it.each([
  '有没有植物奶油的蛋糕',
  'do you have gluten free bread',
  'what is good for dry skin',
  '送妈妈什么好',
  '有适合新手的吗',
])('looks for goods: %s', (text) => {
  expect(asksOfThing({ text, isQuestion: true })).toBe(false);
});
