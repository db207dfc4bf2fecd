import { expect, it } from 'vitest';
import { tradesIn } from './trades-in.ts';

it.each([
  '旧空调能抵多少钱',
  '我家旧冰箱你们回收吗',
  'how much do i get for my old bike',
  'how much is my used guitar worth',
])('what is given for used goods: %s', (said) => expect(tradesIn(said)).toBe(true));

it.each(['空调多少钱', '旧订单还能开发票吗', 'how much is the old model', 'what do i get for my birthday'])(
  'no used goods are given: %s',
  (said) => expect(tradesIn(said)).toBe(false),
);
