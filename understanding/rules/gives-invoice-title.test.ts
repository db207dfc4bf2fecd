import { expect, it } from 'vitest';
import { givesInvoiceTitle } from './gives-invoice-title.ts';

it.each([
  '开发票,抬头写成山海文化有限公司,税号91510100ma6xxxxx1a',
  '麻烦开个专票，抬头是公司',
  'please send me an invoice made out to harbour ltd',
  'invoice, vat number gb123456789',
  '公司抬头 山海文化有限公司 税号91310000ma1k35x51x',
  'company name harbour ltd, vat number gb 123456789',
])('asks for an invoice and tells whom it is for: %s', (text) => {
  expect(givesInvoiceTitle(text)).toBe(true);
});

it.each(['发票抬头怎么写', '开发票', 'can the invoice be made out to my company?', '税号填错了'])(
  'not so: %s',
  (text) => {
    expect(givesInvoiceTitle(text)).toBe(false);
  },
);
