import { expect, it } from 'vitest';
import { asksBestSellers, asksForMost, ordersSome, wishesForGoods } from './wishes-for-goods.ts';

it.each([
  '能剪粗树枝的剪刀',
  '不用手洗的刀有吗',
  'game for two people to take on holiday',
  'something wooden',
  'silicone things that can be boiled',
  'which lamp for a small desk',
])('"%s" wishes for goods', (text) => expect(wishesForGoods(text)).toBe(true));

it.each([
  '我的订单',
  '你们的地址',
  'where is my order',
  'is it for children',
  'thanks for that',
  'what do you do with returns',
  'what happens with damaged goods',
])('"%s" does not', (text) => expect(wishesForGoods(text)).toBe(false));

it('one or some of a thing are wished for', () => {
  for (const text of ['来个水壶', '推荐几个杯子', 'recommend a kettle']) expect(ordersSome(text)).toBe(true);
  for (const text of ['来不及收货', '推荐码怎么用', 'do you recommend this one']) expect(ordersSome(text)).toBe(false);
});

it('the most of a kind is asked for', () => {
  for (const text of ['lightest sleeping mat', "what's the warmest sleeping bag?", '最轻的帐篷是哪个'])
    expect(asksForMost(text)).toBe(true);
  for (const text of ['best way to pay', 'is it the lightest', '最近的订单']) expect(asksForMost(text)).toBe(false);
});

it('hears who wants what others buy', () => {
  for (const text of ['最畅销的是什么', '你们卖得最好的是哪款', 'what sells best?', 'which are your best sellers'])
    expect(asksBestSellers(text), text).toBe(true);
  for (const text of ['热销商品什么时候返场', '畅销书有折扣吗', 'what is the best way to pay'])
    expect(asksBestSellers(text), text).toBe(false);
});
