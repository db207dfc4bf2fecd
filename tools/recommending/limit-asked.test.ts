import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { keepsLimit, limitAsked } from './limit-asked.ts';

const rack = (attributes: Record<string, unknown>) => ({ id: 'rack', attributes }) as unknown as Product;
const racks = [
  rack({ width_cm: 60, max_load_kg: 20, weight_kg: 4 }),
  rack({ width_cm: 90, max_load_kg: 45, weight_kg: 9 }),
  rack({ colour: 'grey' }),
];
const kept = (question: string) => {
  const limit = limitAsked(question);
  return limit && racks.map((one) => keepsLimit(one, limit));
};

it.each([
  ['a rack no wider than 80 cm', ['width_cm', false, undefined]],
  ['宽度80以内的架子', ['width_cm', false, undefined]],
  ['racks at least 800 mm wide', [false, 'width_cm', undefined]],
  ['a rack that holds 30 kg', [false, 'max_load_kg', undefined]],
  ['a rack for someone over 30 kg', [false, 'max_load_kg', undefined]],
  ['能承重60斤的架子', [false, 'max_load_kg', undefined]],
  ['a rack weighing under 5 kg', ['weight_kg', false, undefined]],
])('keeps to the limit of a measure: %s', (question, expected) => {
  expect(kept(question)).toEqual(expected);
});

it.each([
  'racks under 80',
  '200以内的架子',
  'a rack 80 cm wide',
  'two racks for 30 days',
  'how wide is it',
  'a rack under 300, 80 cm wide',
])('reads no limit where none of a measure is set: %s', (question) => {
  expect(kept(question)).toBeUndefined();
});

it('reads a measure with its unit behind the number, under a name in either language', () => {
  const written = [rack({ max_load: '18 kg' }), rack({ 承重: '9,000 g' }), rack({ 宽度: '60 厘米' })];
  const keeps = (question: string) => {
    const limit = limitAsked(question);
    return limit && written.map((one) => keepsLimit(one, limit));
  };
  expect(keeps('which rack can carry 15 kilos')).toEqual(['max_load', false, undefined]);
  expect(keeps('宽度不超过80厘米的架子')).toEqual([undefined, undefined, '宽度']);
});
