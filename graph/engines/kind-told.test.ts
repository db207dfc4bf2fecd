import { expect, it } from 'vitest';
import { kindTold } from './kind-told.ts';

it.each([
  ['how much is the deposit on the press', 'You pay a deposit; a scan tool goes out for a week.', false],
  ['how much is the deposit on the press', 'The deposit is $40.', true],
  ['链条多久上一次油', '每骑行 300 公里上油。', true],
  ['how much is it to post to Norway', 'We do not post abroad.', true],
  ['how long does the coating last', 'The coating is sprayed on twice.', false],
  ['how long does the coating last', 'About two years.', true],
  ['包装袋多久能降解', '衣服用可降解袋。', false],
  ['换一个滤芯多少钱', '滤芯需付费更换。', true],
  ['试睡送的床笠有几种颜色', '下单时备注就送一条床笠。', false],
  ['what colours do the bags come in', 'Cloth bags in navy and sand.', true],
  ['送朋友的，包装好吗', '可以包装。', true],
])('%s: %s', (question, told, holds) => {
  expect(kindTold(question, [told])).toBe(holds);
});
