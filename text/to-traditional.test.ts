import { beforeAll, expect, it } from 'vitest';
import { chineseScript } from './script.ts';
import { loadToTraditional, type ToTraditional } from './to-traditional.ts';

let toTraditional: ToTraditional;
beforeAll(async () => {
  toTraditional = await loadToTraditional();
});

it.each([
  ['您的订单已发货，请在这里查看物流。', '您的訂單已發貨，請在這裡查看物流。'],
  ['头发擦干以后再用吹风机，发票随后寄出。', '頭髮擦乾以後再用吹風機，發票隨後寄出。'],
  ['一只杯子，只有红色；面条和表面。', '一隻杯子，只有紅色；麵條和表面。'],
  ['后台联系，皇后的周末。', '後台聯繫，皇后的週末。'],
  ['Order KF-1 is 已付款', 'Order KF-1 is 已付款'],
])('writes %s by words, not by characters', (simplified, traditional) => {
  expect(toTraditional(simplified)).toBe(traditional);
});

it('leaves what is traditional already, addresses among it', () => {
  expect(toTraditional('改送到：台北市中山區林森里 8 號')).toBe('改送到：台北市中山區林森里 8 號');
});

it('tells the script by the characters that only one of them has', () => {
  expect(chineseScript('請問運費')).toBe('hant');
  expect(chineseScript('请问运费')).toBe('hans');
  expect(chineseScript('这是著名品牌吗')).toBe('hans');
  expect(chineseScript('著名的')).toBeUndefined();
  expect(chineseScript('好的，公里')).toBeUndefined();
  expect(chineseScript('hello 123')).toBeUndefined();
});

it('tells "only" from the measure word, whatever stands before it', () => {
  expect(toTraditional('这张订单只能改一次')).toBe('這張訂單只能改一次');
  expect(toTraditional('每单只限两只碗')).toBe('每單只限兩隻碗');
  expect(toTraditional('还剩 4 只')).toBe('還剩 4 隻');
});
