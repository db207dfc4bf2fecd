import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { anOrder } from '../../../testing/order.ts';
import { parsePolicy } from '../../../tools/policy/read-policy.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { collectReturn } from './collect-return.ts';

const mug: Product = {
  ...{ id: 'mug', name: 'Stone Mug', category: 'mugs', description: '', price: 9, stock: null, attributes: {} },
  variants: [
    { id: 'mug-sky', options: { glaze_colour: 'sky blue' }, price: 9, stock: 3 },
    { id: 'mug-ash', options: { glaze_colour: 'ash grey' }, price: 9, stock: 3 },
    { id: 'mug-sea', options: { glaze_colour: 'sea blue' }, price: 9, stock: 3 },
  ],
};
const bought = (line: number, variant_id: string | null, name = 'Stone Mug') => ({
  ...{ line, product_id: variant_id ? 'mug' : 'tray', variant_id, name, quantity: 1, unit_price: 9 },
});
const collect = (
  text: string,
  items = [bought(1, 'mug-sky'), bought(2, 'mug-ash'), bought(3, null, 'Oak Tray')],
  known: Record<string, unknown> = {},
  askedSlot?: string,
  adds?: boolean,
) =>
  collectReturn({
    request: {
      ...{ text, intent: 'return_request', route: 'order', confidence: 1, isQuestion: false, alternatives: [] },
      slots: slotsSchema.parse({}),
    },
    ...{ askedSlot, known, ...(adds && { adds }), order: anOrder({ status: 'delivered', items }) },
    view: {
      ...{ language: 'en', currency: 'EUR', timeZone: 'UTC', products: [mug], paymentMethods: [], addresses: [] },
      ...{ lastChange: null, policy: parsePolicy({}), now: new Date() },
    },
  });
const lines = (items: number[]) => ({ args: { items: items.map((line) => ({ line })) } });

it('of two of a kind the one goes back whose option is said, in a word of it', () => {
  expect(collect('the blue mug has a crack, it goes back')).toMatchObject(lines([1]));
  expect(collect('I return the grey one')).toMatchObject(lines([2]));
});

it('asks which where the words fit two, and takes both where both are meant', () => {
  expect(collect('one mug is too small: I return the mug')).toMatchObject({ slot: 'item', choices: { length: 3 } });
  const blues = [bought(1, 'mug-sky'), bought(2, 'mug-sea'), bought(3, 'mug-ash')];
  expect(collect('the blue mug goes back', blues)).toMatchObject({ slot: 'item', choices: { length: 3 } });
  expect(collect('I return both blue mugs', blues)).toMatchObject(lines([1, 2]));
  expect(collect('the mugs go back')).toMatchObject(lines([1, 2]));
});

it('returns no whole order where one thing of it is pointed at', () => {
  expect(collect('I want to send the green one back')).toMatchObject({ slot: 'item' });
});

it('adds to what waits, or takes its place, as it is said', () => {
  const known = { items: [{ line: 1 }] };
  expect(collect('also return the tray', undefined, known, undefined, true)).toMatchObject(lines([1, 3]));
  expect(collect('just the tray', undefined, known)).toMatchObject(lines([3]));
  expect(collect('also return the tray', undefined, {}, undefined, true)).toEqual({ args: {} });
});

it('keeps the rest of a return where one of its things shall stay', () => {
  const known = { items: [{ line: 1 }, { line: 3 }] };
  expect(collect('keep the tray', undefined, known)).toMatchObject(lines([1]));
});

it('of two alike that were asked about takes both, one, or asks again; never the whole order', () => {
  const known = { items: [{ line: 1 }, { line: 2 }] };
  for (const text of ['both', 'All of them', '两个'])
    expect(collect(text, undefined, known, 'item')).toMatchObject(lines([1, 2]));
  expect(collect('the grey one', undefined, known, 'item')).toMatchObject(lines([2]));
  expect(collect('just do it', undefined, known, 'item')).toMatchObject({ slot: 'item' });
  expect(collect('两个', undefined, {}, 'item')).toMatchObject({ slot: 'item' });
});

it('never returns what is said to stay, whether something was put before or the whole order is meant', () => {
  expect(collect('I return this, but keep the tray')).toMatchObject(lines([1, 2]));
  expect(collect('everything goes back except the tray')).toMatchObject(lines([1, 2]));
  expect(collect('除了 Oak Tray 都退')).toMatchObject(lines([1, 2]));
  expect(collect('I am not returning the tray')).toMatchObject(lines([1, 2]));
  expect(collect('i want return the tray')).toMatchObject(lines([3]));
  expect(collect("please don't return the tray", undefined, { items: [{ line: 3 }] })).toMatchObject({ slot: 'item' });
  expect(collect('the tray goes back, I am not returning the mugs', undefined, { items: [{ line: 3 }] })).toMatchObject(
    lines([3]),
  );
});

it('asks of what "that one" is, and keeps how many were said', () => {
  const items = [{ ...bought(1, 'mug-sky'), quantity: 4 }, bought(3, null, 'Oak Tray')];
  expect(collect('I would like to send that one back', items)).toMatchObject({ slot: 'item' });
  const asked = collect('just the one', items);
  expect(asked).toMatchObject({ slot: 'item', known: { pieces: 1 } });
  expect(collect('the mugs', items, 'known' in asked ? asked.known : {}, 'item')).toMatchObject({
    args: { items: [{ line: 1, quantity: 1 }] },
  });
});
