import { expect, it } from 'vitest';
import type { Hit, Retriever } from '../../../knowledge/types.ts';
import type { Product } from '../../../stores/products.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { withoutOtherGoods } from './without-other-goods.ts';

const hit = (title: string, text: string, over: Partial<Hit> = {}) =>
  ({ kind: 'document', title, heading: null, text, evidence: 0.9, ...over }) as Hit;
const drill = { id: 'd1', name: { en: 'Torq 18 Drill' }, category: { en: 'Drills' } } as unknown as Product;
const drills = slotsSchema.parse({ categories: [{ category: 'Drills', productIds: ['d1'], score: 1 }] });
const saws = slotsSchema.parse({ categories: [{ category: 'Saws', productIds: ['s1'], score: 1 }] });
const none = slotsSchema.parse({});

const left = async (hits: Hit[], slots = drills) => {
  const retriever: Retriever = { search: async () => ({ hits, evidence: 0.9, degraded: false }) };
  const findGoods = (title: string) => (/saw/i.test(title) ? saws : /drill/i.test(title) ? drills : none);
  const text = 'can the drill cut thick oak';
  const products = { byIds: async () => [drill] };
  const own = withoutOtherGoods(retriever, { text, slots }, { findGoods, products });
  return own.search({ query: text, language: 'en' });
};

const ofSaw = hit('Band saw manual', 'Thick oak is cut at half speed.');

it('leaves out what a manual of other goods says in the words of the question', async () => {
  const own = hit('Drill manual', 'For wood use bits with a tip.', { evidence: 0.4 });
  expect(await left([ofSaw, own])).toMatchObject({ hits: [own], evidence: 0.4 });
  expect(await left([ofSaw])).toMatchObject({ hits: [], evidence: 0 });
});

it('keeps what speaks of the thing, what is of no goods, FAQs, and all where no goods are named', async () => {
  const kept = [
    hit('Band saw manual', 'Where the saw cannot reach, take a drill.'),
    hit('Warranty', 'Thick dust in the motor is not covered.'),
    hit('Is the saw safe?', 'Thick oak is cut at half speed.', { kind: 'faq' }),
  ];
  expect((await left(kept)).hits).toEqual(kept);
  expect((await left([ofSaw], none)).hits).toEqual([ofSaw]);
});
