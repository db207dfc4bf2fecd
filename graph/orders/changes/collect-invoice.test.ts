import { expect, it } from 'vitest';
import { collectInvoice } from './collect-invoice.ts';

const collect = (text: string, language: 'zh' | 'en' = 'zh') =>
  collectInvoice({ request: { text } as never, view: { language } as never });

it.each([
  [
    '开发票，抬头写成山海文化有限公司，税号91510100ma6xxxxx1a',
    { title: '山海文化有限公司', taxNumber: '91510100MA6XXXXX1A' },
  ],
  ['开发票，抬头写成都山海贸易行', { title: '成都山海贸易行' }],
  ['给我开发票 个人 第一个', { title: '个人' }],
  ['帮我开个人发票', { title: '个人' }],
  ['给我开发票', {}],
  ['个人信息怎么改，顺便开发票', {}],
])('reads whom it is for: %s', (text, args) => {
  expect(collect(text)).toEqual({ args });
});

it('reads it in English', () => {
  expect(collect('please invoice this, VAT number GB-123456789', 'en')).toEqual({
    args: { taxNumber: 'GB-123456789' },
  });
  expect(collect('an invoice made out to Harbour Ltd', 'en')).toEqual({ args: { title: 'Harbour Ltd' } });
  expect(collect('an invoice please, company is Prinsen Holding B.V., VAT NL861234567B01', 'en')).toEqual({
    args: { title: 'Prinsen Holding B.V.', taxNumber: 'NL861234567B01' },
  });
  expect(collect('invoice in my own name', 'en')).toEqual({ args: { title: 'personal' } });
});

it.each([
  ['make it out to Harbour Ltd', { title: 'Harbour Ltd' }],
  ['Harbour Trading Ltd', { title: 'Harbour Trading Ltd' }],
  ['请开给山海文化有限公司', { title: '山海文化有限公司' }],
  ['公司名称：山海文化有限公司 税号91510100ma6xxxxx1a', { title: '山海文化有限公司', taxNumber: '91510100MA6XXXXX1A' }],
])('reads a company that is named alone: %s', (text, args) => {
  expect(collect(text)).toEqual({ args });
});

it('reads the title behind its word, whatever else is asked in the same breath', () => {
  const text = '台灯那单开票 抬头苏州青禾设计有限公司 税号91320500MA1XYZ1234';
  const request = { text } as Parameters<typeof collectInvoice>[0]['request'];
  expect(collectInvoice({ request, view: { language: 'zh' } }).args).toMatchObject({
    title: '苏州青禾设计有限公司',
    taxNumber: '91320500MA1XYZ1234',
  });
});
