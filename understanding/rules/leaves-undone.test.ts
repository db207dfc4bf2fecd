import { expect, it } from 'vitest';
import { leavesUndone } from './leaves-undone.ts';

it.each([
  '别取消订单',
  '先别退',
  '不要改我的地址',
  '别动充电器那单了',
  "don't cancel my order",
  'please do not change anything',
])('nothing is to be done: %s', (said) => expect(leavesUndone(said)).toBe(true));

it.each([
  '不要取消了',
  '不要这个颜色，换一个',
  "don't cancel it, change the address",
  '取消订单',
  "i don't want my order",
])('something is: %s', (said) => expect(leavesUndone(said)).toBe(false));
