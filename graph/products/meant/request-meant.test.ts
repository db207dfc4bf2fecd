import { expect, it } from 'vitest';
import type { Product, ProductStore } from '../../../stores/products.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { readDialogue } from '../../dialogue.ts';
import { requestMeant } from './request-meant.ts';

const categories = [{ category: 'Lenses', score: 1, productIds: ['lens'] }];
const request = (text: string): UnderstoodRequest => ({
  ...{ text, intent: 'product_question', route: 'knowledge', confidence: 1, isQuestion: true, alternatives: [] },
  slots: slotsSchema.parse({ categories }),
});
const shopOf = (goods: Product[]): Pick<ProductStore, 'all' | 'byIds'> => ({
  all: async () => goods,
  byIds: async (ids) => goods.filter(({ id }) => ids.includes(id)),
});
const meant = async (text: string, focusProductIds: string[]) =>
  (await requestMeant({ request: request(text), dialogue: readDialogue({ focusProductIds }) }, shopOf([]))).slots
    .categories.length;

it('asks of the one product in view what begins with a pronoun, though another kind is named with it', async () => {
  expect(await meant('can they take lenses?', ['glasses'])).toBe(0);
  expect(await meant('它能配镜片吗', ['glasses'])).toBe(0);
  expect(await meant('can they take lenses?', ['glasses', 'goggles'])).toBe(1);
  expect(await meant('do you have lenses?', ['glasses'])).toBe(1);
});

it('reads no catalogue for what names no goods', async () => {
  const unread = () => Promise.reject(new Error('The catalogue was read.'));
  const asked = (text: string, focusProductIds: string[]) =>
    requestMeant(
      { request: { ...request(text), slots: slotsSchema.parse({}) }, dialogue: readDialogue({ focusProductIds }) },
      { all: unread, byIds: unread },
    );
  for (const text of ['how long does a refund take?', '退款多久到账', 'do you ship on Sundays', '能开发票吗'])
    expect(await asked(text, ['kite'])).toMatchObject({ text });
});

it('takes "when does it flower" for no question of stock, though it sounds like one', async () => {
  const intent = async (text: string) =>
    (
      await requestMeant(
        {
          request: { ...request(text), intent: 'restock_notice' },
          dialogue: readDialogue({ focusProductIds: ['rose'] }),
        },
        shopOf([]),
      )
    ).intent;
  expect(await intent('啥时候开花')).toBe('product_question');
  expect(await intent('when is it due to flower')).toBe('product_question');
  expect(await intent('tell me when it is back in stock')).toBe('restock_notice');
});

it('takes the price of having something delivered for none of the thing itself', async () => {
  const intent = async (text: string) => {
    const asked = { ...request(text), intent: 'price_question' };
    return (await requestMeant({ request: asked, dialogue: readDialogue({}) }, shopOf([]))).intent;
  };
  expect(await intent('what does it cost to have lenses delivered')).toBe('delivery_policy');
  expect(await intent('镜片送货要多少钱')).toBe('delivery_policy');
  expect(await intent('how much are the lenses')).toBe('price_question');
  expect(await intent('how much are the lenses and delivery')).toBe('price_question');
});

it('asks of another product or kind, and of nothing else, what was asked before', async () => {
  const goods = [
    { id: 'kite', name: { en: 'Delta Kite', zh: '三角风筝' }, category: 'Kites', variants: [] },
    { id: 'top', name: { en: 'Spinning Top', zh: '陀螺' }, category: 'Tops', variants: [] },
  ] as unknown as Product[];
  const intent = async (text: string, lastIntent: string, slots: object) => {
    const asked = { ...request(text), intent: 'troubleshooting', slots: slotsSchema.parse(slots) };
    const dialogue = readDialogue({ lastIntent, lastRoute: 'knowledge', focusProductIds: ['kite'] });
    return (await requestMeant({ request: asked, dialogue }, shopOf(goods))).intent;
  };
  const top = { products: [{ productId: 'top', score: 1 }] };
  expect(await intent('and the spinning top?', 'price_question', top)).toBe('price_question');
  expect(await intent('那陀螺呢', 'price_question', top)).toBe('price_question');
  expect(await intent('and lenses?', 'warranty_question', { categories })).toBe('warranty_question');
  expect(await intent('and the spinning top wobbles', 'price_question', top)).toBe('troubleshooting');
});

it('takes "do you have kites" for a question of the stock where nothing but goods is named', async () => {
  const kite = { id: 'kite', name: { en: 'Delta Kite', zh: '三角风筝' }, category: 'Toys', variants: [] };
  const shop = shopOf([kite as unknown as Product]);
  const intent = async (text: string) => {
    const slots = slotsSchema.parse({ products: [{ productId: 'kite', score: 0.7 }] });
    return (await requestMeant({ request: { ...request(text), slots }, dialogue: readDialogue({}) }, shop)).intent;
  };
  expect(await intent('do you have kites?')).toBe('stock_question');
  expect(await intent('有风筝吗')).toBe('stock_question');
  expect(await intent('do you have instructions for the kite?')).toBe('product_question');
});

it('what only guesses at the stock asks of the thing itself', async () => {
  const intent = async (text: string, confidence: number) =>
    (
      await requestMeant(
        { request: { ...request(text), intent: 'stock_question', confidence }, dialogue: readDialogue({}) },
        { all: async () => [], byIds: async () => [] },
      )
    ).intent;
  expect(await intent('65w的充电器能给笔记本充电不', 0.3)).toBe('product_question');
  expect(await intent('can the 65 W one charge a laptop', 0.3)).toBe('product_question');
  expect(await intent('65w的充电器有货不', 0.3)).toBe('stock_question');
  expect(await intent('65w的充电器能给笔记本充电不', 0.9)).toBe('stock_question');
});

it('a thing’s name and nothing else asks what it costs, where it was only guessed what is asked', async () => {
  const chair = { id: 'chair', name: 'Robin Folding Chair' } as Product;
  const shop = { all: async () => [chair], byIds: async () => [chair] };
  const slots = slotsSchema.parse({ products: [{ productId: 'chair', score: 0.9 }] });
  const intent = async (text: string, confidence: number, dialogue = {}) => {
    const asked = { ...request(text), intent: 'troubleshooting', confidence, slots };
    return (await requestMeant({ request: asked, dialogue: readDialogue(dialogue) }, shop)).intent;
  };
  expect(await intent('robin chair', 0.4)).toBe('price_question');
  expect(await intent('robin chair wobbles', 0.4)).toBe('troubleshooting');
  expect(await intent('robin chair', 0.9)).toBe('troubleshooting');
  expect(await intent('robin chair', 0.4, { lastIntent: 'warranty_question' })).toBe('troubleshooting');
});
