import { expect, test } from 'vitest';
import { addLines } from './chips.ts';

test('each pasted line is added once, blanks and known ones left out', () =>
  expect(addLines(['开票'], ' Tax invoice \r\n\n开票\ntax INVOICE\nreceipt')).toEqual([
    '开票',
    'Tax invoice',
    'receipt',
  ]));
