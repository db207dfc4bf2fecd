import { expect, it } from 'vitest';
import { findsAllWell } from './finds-all-well.ts';

it.each([
  'the other order is fine',
  'the rest is ok',
  'my parcel was fine',
  '另一个订单没问题',
  '其他的都挺好的',
  '订单没问题',
])('nothing is wished for: %s', (said) => expect(findsAllWell(said)).toBe(true));

it.each([
  'fine',
  '没问题',
  'the other order is fine but late',
  'is the other order fine?',
  '另一个订单没收到',
  'the other one',
])('is an answer, or something is wished for: %s', (said) => expect(findsAllWell(said)).toBe(false));
