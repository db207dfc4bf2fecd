import { expect, test } from 'vitest';
import { TITLE, titleIn } from './collect-title.ts';

test.each([
  ['make it out to Harbour Ltd', 'Harbour Ltd'],
  ['invoice made out to Harbour Ltd please', 'Harbour Ltd'],
  ['the name on the invoice is wrong, it should say Harbour Ltd', 'Harbour Ltd'],
  ['发票抬头开错了，要改成海港贸易有限公司', '海港贸易有限公司'],
  ['发票抬头写得不对，应该是海港贸易有限公司', '海港贸易有限公司'],
  ['invoice for 0198 please, company: Harbour Ltd', 'Harbour Ltd'],
  ['抬头：山海文化有限公司 税号 91510100MA6XXXXX1A', '山海文化有限公司'],
])('the title ends where the tax number begins: %s', (text, title) => {
  expect(titleIn(text, false)).toBe(title);
});

test.each([
  '发票抬头换成新的公司名',
  '公司改名了，发票要换',
  'I need the invoice in a new company name',
  'change the company name',
])('a title is wished for and not told: %s', (text) => {
  expect(TITLE.test(text)).toBe(true);
  expect(titleIn(text, false)).toBeUndefined();
});
