import { expect, it } from 'vitest';
import { withoutName } from './without-name.ts';

const names = ['云雀 书桌', 'Lark Desk'];

it('asks the rules without the product that is named', () => {
  expect(withoutName({ text: '书桌需要自己组装吗', intent: 'installation_question' }, names)).toBe('需要自己组装吗');
  expect(withoutName({ text: 'how long is the desk guaranteed', intent: 'warranty_question' }, names)).toBe(
    'how long is the   guaranteed',
  );
});

it('leaves questions of the product itself, and those that name none', () => {
  expect(withoutName({ text: '书桌多高', intent: 'product_question' }, names)).toBeUndefined();
  expect(withoutName({ text: '需要自己组装吗', intent: 'installation_question' }, names)).toBeUndefined();
  expect(withoutName({ text: 'desk', intent: 'warranty_question' }, names)).toBeUndefined();
});
