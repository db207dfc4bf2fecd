import { expect, it } from 'vitest';
import { isBareFault } from './bare-fault.ts';

const names = ['Hoverton 8 vacuum cleaner', 'Vacuum cleaners', '吸尘器'];

it.each([
  'my vacuum is broken',
  'the vacuum I bought last month broke',
  'the vacuum stopped working',
  '上个月买的那个吸尘器坏了',
  '吸尘器坏了怎么办',
  '吸尘器用不了了',
])('hears a fault and no symptom: %s', (text) => {
  expect(isBareFault(text, names)).toBe(true);
});

it.each([
  'the vacuum makes a grinding noise',
  '吸尘器漏灰',
  'my vacuum will not charge',
  'how do I clean the vacuum',
  '吸尘器的刷头坏了',
])('leaves a symptom or another thing to the pages: %s', (text) => {
  expect(isBareFault(text, names)).toBe(false);
});
