import { expect, it } from 'vitest';
import { wishesForGoods } from './wishes-for-goods.ts';

it.each([
  '能剪粗树枝的剪刀',
  '不用手洗的刀有吗',
  'game for two people to take on holiday',
  'something wooden',
  'silicone things that can be boiled',
])('"%s" wishes for goods', (text) => expect(wishesForGoods(text)).toBe(true));

it.each([
  '我的订单',
  '你们的地址',
  'where is my order',
  'is it for children',
  'thanks for that',
  'what do you do with returns',
])('"%s" does not', (text) => expect(wishesForGoods(text)).toBe(false));
