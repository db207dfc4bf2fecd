import { expect, it } from 'vitest';
import { isSameAddress } from './same-address.ts';

const stored = {
  name: '顾小满',
  phone: '13900000001',
  line: '梧桐路 88 号 2 单元',
  city: '苏州市',
  province: '江苏省',
  postcode: '215000',
  country: '中国',
};

it.each([
  ['梧桐路88号2单元', true],
  ['江苏省苏州市 梧桐路 88 号 2 单元', true],
  ['中国 江苏省 苏州市 梧桐路 88 号 2 单元 215000，顾小满 13900000001', true],
  ['顾小满，13900000001，江苏苏州市梧桐路88号2单元', false],
  ['梧桐路88号3单元', false],
  ['上海市梧桐路88号2单元', false],
  ['苏州市', false],
])('%s is the stored address: %s', (text, same) => {
  expect(isSameAddress(stored, text)).toBe(same);
});

it('reads addresses of other shapes, in either language', () => {
  const shop = { street: '5 Elm Road', city: { zh: '上海', en: 'Shanghai' }, zip: '200000' };
  expect(isSameAddress(shop, '5 elm road, shanghai 200000')).toBe(true);
  expect(isSameAddress(shop, '5 Elm Road, Hangzhou')).toBe(false);
  expect(isSameAddress('5 Elm Road', '5, Elm Road')).toBe(true);
  expect(isSameAddress(null, '5 Elm Road')).toBe(false);
});
