import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { asksToRent, beyondTheRow } from './beyond-the-row.ts';

const violin = {
  id: 'V',
  name: { zh: '晨曦 小提琴', en: 'Daybreak Violin' },
  category: { zh: '小提琴', en: 'Violins' },
  description: { zh: '配琴盒和琴弓。', en: 'Comes with a case and a bow.' },
  variants: [{ id: 'V-R', options: { color: { zh: '红色', en: 'Red' } }, price: 9, stock: 1 }],
  attributes: {},
} as unknown as Product;
const beyond = (text: string) => beyondTheRow(text, [violin]).map((unit) => unit.text);

it.each([
  '小提琴多少钱',
  '红色小提琴有货吗',
  'how much is the violin with a bow',
  'is the violin in stock?',
  '小提琴现在什么价',
  '多少钱一把',
])('the row answers: %s', (text) => {
  expect(beyond(text)).toEqual([]);
});

it('names what the row knows nothing of', () => {
  expect(beyond('小提琴租一个月多少钱')).toEqual(['租']);
  expect(beyond('how much is it to rent the violin')).toEqual(['rent']);
  expect(beyond('do you still have a bow for the violin VN-3?')).toContain('vn3');
});

it('tells the price of renting from that of buying', () => {
  expect(asksToRent('小提琴租一天什么价', [violin])).toBe(true);
  expect(asksToRent('what does it cost to hire the violin', [violin])).toBe(true);
  expect(asksToRent('how much is the violin', [violin])).toBe(false);
});
