import { expect, it } from 'vitest';
import type { ComparisonCard } from '../../../tools/cards.ts';
import { comparisonTable, comparisonVerdict } from './comparison-text.ts';

const view = (id: string, price: number, inStock = true) => ({
  ...{ id, name: id, category: '', description: '', currency: 'USD', reason: null },
  ...{ price, inStock },
});
const card: ComparisonCard = {
  type: 'comparison',
  products: [view('Mug', 20), view('Cup', 15, false)],
  rows: [{ label: 'capacity', values: ['300 ml', '1|2'], differs: true }],
};
const row = (id: string, capacity: number) => ({
  ...{ id, name: id, category: '', description: '', price: 1, stock: null, variants: [] },
  attributes: { capacity_ml: capacity },
});
const asked = { products: [row('Mug', 300), row('Cup', 150)], language: 'en' as const };

it('says first what was asked of each, then which costs less and by how much, then what can be had', () => {
  expect(comparisonVerdict(card, { ...asked, question: 'which holds more, what is the capacity?' })).toEqual([
    'Highest by capacity: the Mug, 300 ml. Then: Cup 150 ml.',
    'The Cup costs least: $15, $5 less.',
    'Only the Mug is in stock at the moment.',
  ]);
});

it('says which has most or least of what rows tell in words', () => {
  const soft = (id: string, firmness: string) => ({ ...row(id, 1), attributes: { firmness } });
  const products = [soft('Mug', 'soft'), soft('Cup', 'firm')];
  const [first] = comparisonVerdict(card, { products, language: 'en', question: 'which one is softer?' });
  expect(first).toBe('Firmness: Mug soft.');
});

it('says that prices are the same', () => {
  const same = { ...card, products: [view('Mug', 20), view('Cup', 20)] };
  expect(comparisonVerdict(same, { ...asked, question: 'which one?' })).toEqual(['They cost the same: $20.']);
});

it('is a Markdown table elsewhere, whose cells cannot break it', () => {
  expect(comparisonTable(card)).toBe('|  | Mug | Cup |\n| --- | --- | --- |\n| capacity | 300 ml | 1/2 |');
});
