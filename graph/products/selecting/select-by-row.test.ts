import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { isQuestion } from '../../../understanding/question.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { selectByRow } from './select-by-row.ts';

const cream = (id: string, attributes: Record<string, unknown>): Product =>
  ({ id, name: id, category: 'Creams', price: 9, stock: 1, variants: [], attributes }) as unknown as Product;
const creams = [
  cream('rich', { moisture: 'high', waterproof: 'yes', suitable_in_pregnancy: true, keeps_months: 12 }),
  cream('plain', { moisture: 'medium', waterproof: 'no', suitable_in_pregnancy: true, keeps_months: 6 }),
  cream('gel', { moisture: 'low', waterproof: 'no', suitable_in_pregnancy: false, keeps_months: 24 }),
];
const products = {
  all: async () => creams,
  byIds: async (ids: string[]) => creams.filter(({ id }) => ids.includes(id)),
};

async function picked(text: string, { ofKind = true, focus = [] as string[] } = {}) {
  const kind = { category: 'Creams', score: 1, productIds: creams.map(({ id }) => id) };
  const slots = slotsSchema.parse({ categories: ofKind ? [kind] : [] });
  const request = { text, slots, isQuestion: isQuestion(text) };
  const selection = await selectByRow({ request, focus, language: 'en', products, currency: 'EUR' });
  return selection?.lines.map(({ product }) => product.id);
}

it.each([
  ['which creams are waterproof?', ['rich']],
  ['which creams are not waterproof?', ['plain', 'gel']],
  ['which creams are suitable in pregnancy', ['rich', 'plain']],
  ['哪些面霜孕妇不能用', ['gel']],
  ['which cream has the least moisture', ['gel']],
  ['which cream is the most moisturising', ['rich']],
])('picks by what the rows say: %s', async (question, expected) => {
  expect(await picked(question)).toEqual(expected);
});

it('ranks all that the shop has by a property where no kind is named, and nothing by price', async () => {
  expect(await picked('which one keeps the most months', { ofKind: false })).toEqual(['gel']);
  expect(await picked('which is cheapest', { ofKind: false })).toBeUndefined();
});

it('ranks all goods by price where all that the shop has is meant', async () => {
  const all = [cream('tin', {}), { ...cream('jar', {}), price: 4 }];
  const slots = slotsSchema.parse({});
  const asked = (text: string) =>
    selectByRow({
      ...{ request: { text, slots, isQuestion: true }, focus: [], language: 'en', currency: 'EUR' },
      products: { all: async () => all, byIds: async () => all },
    });
  expect((await asked('cheapest thing you have'))?.lines[0]?.product.id).toBe('jar');
  expect((await asked('你们最贵的东西是什么'))?.lines[0]?.product.id).toBe('tin');
});

it('leaves a colour and a size together to the options of what comes in them', async () => {
  const variants = [
    { id: '1', options: { color: 'green', size: '12 cm' }, price: 9, stock: 1 },
    { id: '2', options: { color: 'green', size: '18 cm' }, price: 9, stock: 0 },
  ];
  const pots = ['pot', 'bowl'].map((id) => ({ ...cream(id, {}), variants }) as unknown as Product);
  const slots = slotsSchema.parse({ categories: [{ category: 'Pots', score: 1, productIds: ['pot', 'bowl'] }] });
  const asked = (text: string) =>
    selectByRow({
      ...{ request: { text, slots, isQuestion: true }, focus: [], language: 'en', currency: 'EUR' },
      products: { all: async () => pots, byIds: async () => pots },
    });
  expect((await asked('do you have green pots'))?.lines).toHaveLength(2);
  expect(await asked('do you have green pots of 18 cm')).toBeUndefined();
});

it('leaves a question about one of them to its own row', async () => {
  expect(await picked('is the rich cream waterproof?')).toBeUndefined();
});

it('takes what must not be in it for no name', async () => {
  const bars = [
    { ...cream('walnut', { contains_walnut: true }), name: { zh: '核桃酥', en: 'Walnut crisp' } },
    { ...cream('plum', { contains_walnut: false }), name: { zh: '梅子糕', en: 'Plum cake' } },
  ] as unknown as Product[];
  const request = {
    text: '核桃过敏能吃哪款',
    slots: slotsSchema.parse({ products: [{ productId: 'walnut', score: 0.65 }] }),
    isQuestion: true,
  };
  const all = { all: async () => bars, byIds: async () => bars };
  const selection = await selectByRow({ request, focus: [], language: 'zh', products: all, currency: 'CNY' });
  expect(selection?.lines.map(({ product }) => product.id)).toEqual(['plum']);
});
