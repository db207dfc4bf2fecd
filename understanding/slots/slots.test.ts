import { expect, test } from 'vitest';
import { normaliseText } from '../normalise.ts';
import { findAnswer } from './answer.ts';
import { dayInZone } from './calendar.ts';
import { createCatalogueIndex } from './catalogue-index.ts';
import { findDates } from './dates.ts';
import { findIdentifiers } from './identifiers.ts';
import { findPriceRange } from './money.ts';
import { findOrdinal } from './ordinal.ts';
import { findQuantity } from './quantity.ts';

test.each([
  ['订单号313021098954到哪了', '313021098954'],
  ['KF20261105-0137', 'KF20261105-0137'],
  ['where is #W2378156?', '#W2378156'],
  ['W1234567', 'W1234567'],
  ['order 10086 please', '10086'],
  ['my order number is SO-48213', 'SO-48213'],
  ['订单TB-99231', 'TB-99231'],
])('order number in "%s"', (text, id) => {
  expect(findIdentifiers(text).orderIds).toEqual([id]);
});

test.each([
  '充电宝 10000mah',
  'iPhone 15',
  '2026-11-05',
  '500块以内',
  'under $5000',
  'size 42',
  '13812345678',
  '我170 65公斤',
  'a 12V 2000mAh battery',
])('no order number in "%s"', (text) => {
  expect(findIdentifiers(text).orderIds).toEqual([]);
});

test('phones, mailboxes and tracking numbers', () => {
  expect(findIdentifiers('07911 123 456')).toMatchObject({ orderIds: [], phones: ['07911 123 456'] });
  const found = findIdentifiers('电话 138-1234-5678 或 a.b@c.com，运单号 SF1234567890123');
  expect(found).toEqual({
    orderIds: [],
    trackingNumbers: ['SF1234567890123'],
    phones: ['13812345678'],
    emails: ['a.b@c.com'],
  });
  expect(findIdentifiers('tracking number 1Z999AA10123456784').trackingNumbers).toEqual(['1Z999AA10123456784']);
});

const today = dayInZone(new Date('2026-11-22T19:00:00Z'), 'Asia/Shanghai');

test('the day is the shop’s, not the server’s', () => {
  expect(findDates('今天', today)[0]?.from).toBe('2026-11-23');
});

test.each([
  ['昨天', '2026-11-22', '2026-11-22'],
  ['三天前买的', '2026-11-20', '2026-11-20'],
  ['上周', '2026-11-16', '2026-11-22'],
  ['上周五', '2026-11-20', '2026-11-20'],
  ['上个月', '2026-10-01', '2026-10-31'],
  ['11月5号', '2026-11-05', '2026-11-05'],
  ['十二月三号的', '2026-12-03', '2026-12-03'],
  ['双十一买的', '2026-11-01', '2026-11-12'],
  ['去年双十一', '2025-11-01', '2025-11-12'],
  ['八月份', '2026-08-01', '2026-08-31'],
  ['去年12月', '2025-12-01', '2025-12-31'],
  ['yesterday', '2026-11-22', '2026-11-22'],
  ['last week', '2026-11-16', '2026-11-22'],
  ['last month', '2026-10-01', '2026-10-31'],
  ['the 3rd of last month', '2026-10-03', '2026-10-03'],
  ['the end of october', '2026-10-22', '2026-10-31'],
  ['十月底', '2026-10-22', '2026-10-31'],
  ['from november 1 to november 5', '2026-11-01', '2026-11-05'],
  ['11月1日到5号', '2026-11-01', '2026-11-05'],
  ['october last year', '2025-10-01', '2025-10-31'],
  ['black friday last year', '2025-11-28', '2025-12-01'],
  ['中秋买的', '2026-09-22', '2026-09-27'],
  ['元旦能到吗', '2027-01-01', '2027-01-01'],
  ['bought on christmas', '2025-12-24', '2025-12-26'],
  ['二十号', '2026-11-20', '2026-11-20'],
  ['11/20/2026', '2026-11-20', '2026-11-20'],
  ['in october', '2026-10-01', '2026-10-31'],
  ['two days ago', '2026-11-21', '2026-11-21'],
  ['on november 5th', '2026-11-05', '2026-11-05'],
  ['5 nov', '2026-11-05', '2026-11-05'],
  ['last friday', '2026-11-20', '2026-11-20'],
  ['2026-10-03', '2026-10-03', '2026-10-03'],
])('date "%s"', (text, from, to) => {
  expect(findDates(text, today)).toMatchObject([{ from, to }]);
});

test.each(['第二个', 'can i march in these shoes', 'size 10', 'it may break', '3 个'])('no date in "%s"', (text) => {
  expect(findDates(normaliseText(text), today)).toEqual([]);
});

test.each([
  ['500 块以内的耳机', { max: 500, currency: 'CNY' }],
  ['under $50', { max: 50, currency: 'USD' }],
  ['200-300元', { min: 200, max: 300, currency: 'CNY' }],
  ['不超过一千', { max: 1000 }],
  ['预算三百五', { max: 350 }],
  ['between $20 and $40', { min: 20, max: 40, currency: 'USD' }],
  ['500左右', { min: 400, max: 600 }],
  ['over 100 euros', { min: 100, currency: 'EUR' }],
])('price range "%s"', (text, range) => {
  expect(findPriceRange(normaliseText(text))).toEqual(range);
});

test.each(['30天以内可以退吗', 'within 30 days', '3到5天', 'i am over 40 years old'])(
  'no price range in "%s"',
  (text) => {
    expect(findPriceRange(normaliseText(text))).toBeUndefined();
  },
);

test.each([
  ['第二个', { from: 'start', n: 2 }],
  ['the second one', { from: 'start', n: 2 }],
  ['最近的订单', { from: 'end', n: 1 }],
  ['my last order', { from: 'end', n: 1 }],
  ['倒数第二单', { from: 'end', n: 2 }],
])('ordinal "%s"', (text, ordinal) => {
  expect(findOrdinal(text)).toEqual(ordinal);
});

test('quantities', () => {
  expect(findQuantity('买两个电水壶')).toBe(2);
  expect(findQuantity('three pieces please')).toBe(3);
  expect(findQuantity('quantity to 4')).toBe(4);
  expect(findQuantity('five bags of rice')).toBe(5);
  expect(findQuantity('need 3 gan chargers')).toBe(3);
  expect(findQuantity('a kettle')).toBeUndefined();
  expect(findQuantity('i ordered 3 days ago')).toBeUndefined();
  expect(findQuantity('order 2 weeks late')).toBeUndefined();
});

test.each([
  '好的',
  '可以',
  '嗯嗯',
  '确认',
  '是的，没错',
  '没问题，帮我提交',
  'yes',
  'Yes please',
  'ok do it',
  'sure, go ahead',
  'yep',
  '👌',
])('yes: %s', (text) => {
  expect(findAnswer(normaliseText(text))).toBe('yes');
});

test.each([
  '不用了',
  '不要',
  '算了',
  '好的不用了',
  '先不要',
  'no',
  "no, don't",
  'no thanks',
  'never mind',
  '不是这个订单',
  'nope',
])('no: %s', (text) => {
  expect(findAnswer(normaliseText(text))).toBe('no');
});

test.each([
  '可以吗',
  '可以退货吗',
  '好的那运费呢',
  'no, the blue one',
  'yes but when will it arrive',
  '确认收货地址在哪改',
  'ok so where is it',
  '不能用',
  '没收到货',
])('neither: %s', (text) => {
  expect(findAnswer(normaliseText(text))).toBeUndefined();
});

const catalogue = createCatalogueIndex([
  {
    id: 'kettle',
    names: ['Aurora X200 电热水壶', 'Aurora X200 Electric Kettle'],
    category: ['厨房电器', 'Kitchen appliances'],
  },
  {
    id: 'nova',
    names: ['NovaSound 降噪蓝牙耳机', 'NovaSound Noise-Cancelling Headphones'],
    category: ['耳机', 'Headphones'],
  },
  { id: 'sport', names: ['轻羽运动耳机', 'FeatherLite Sport Headphones'], category: ['耳机', 'Headphones'] },
  { id: 'dress', names: ['纯棉连衣裙', 'Cotton Summer Dress'], category: ['女装', 'Dresses'] },
]);

test.each([
  ['does the Aurora X200 electric kettle switch off', 'kettle'],
  ['how do I clean the kettle', 'kettle'],
  ['NovaSond noise canceling headphnes', 'nova'],
  ['novasound耳机保修多久', 'nova'],
  ['运动耳机防水吗', 'sport'],
  ['那条纯棉连衣裙还有吗', 'dress'],
])('names a product: %s', (text, id) => {
  expect(catalogue.find(text).products[0]?.productId).toBe(id);
});

test('a generic word means the kind, not one product', () => {
  for (const text of ['推荐一款耳机', 'I want headphones']) {
    const { products, categories } = catalogue.find(text);
    expect(products).toEqual([]);
    expect(categories[0]?.productIds).toEqual(['nova', 'sport']);
  }
});

test('nothing is found where nothing is named', () => {
  expect(catalogue.find('我的快递到哪了')).toEqual({ products: [], categories: [] });
  expect(catalogue.find('where is my parcel')).toEqual({ products: [], categories: [] });
});
