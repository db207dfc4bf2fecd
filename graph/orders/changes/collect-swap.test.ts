import { describe, expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { anOrder } from '../../../testing/order.ts';
import { changeItems } from '../../../tools/changes/change-items.ts';
import { exchangeOrder } from '../../../tools/changes/exchange-order.ts';
import { parsePolicy } from '../../../tools/policy/read-policy.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { collectSwap } from './collect-swap.ts';
import { linesSaid } from './lines-said.ts';
import { readWish } from './read-wish.ts';

const variant = (id: string, options: Record<string, string>, stock = 5) => ({ id, options, price: 20, stock });
const product = (id: string, name: string, variants: Product['variants']): Product => ({
  ...{ id, name, category: 'home', description: '', price: 20, stock: null, variants, attributes: {} },
});
const products = [
  product('lamp', 'Desk Lamp', [
    variant('lamp-1', { color: 'white', light: 'warm' }),
    variant('lamp-2', { color: 'black', light: 'warm' }, 0),
    variant('lamp-3', { color: 'black', light: 'cold' }),
  ]),
  product('sweeper', 'Vacuum Cleaner', [
    variant('sweeper-1', { type: 'canister', color: 'black' }),
    variant('sweeper-2', { type: 'robotic', color: 'white' }),
  ]),
  product('pool', 'Pool Cleaner', [variant('pool-1', { color: 'blue' }), variant('pool-2', { color: 'green' })]),
];
const item = (line: number, product_id: string, variant_id: string, name: string) => ({
  ...{ line, product_id, variant_id, name, quantity: 1, unit_price: 20 },
});
const order = anOrder({
  items: [
    item(1, 'lamp', 'lamp-1', 'Desk Lamp'),
    item(2, 'sweeper', 'sweeper-1', 'Vacuum Cleaner'),
    item(3, 'sweeper', 'sweeper-2', 'Vacuum Cleaner'),
    item(4, 'pool', 'pool-1', 'Pool Cleaner'),
  ],
});
const view = {
  ...{ language: 'en' as const, currency: 'USD', timeZone: 'UTC', products, paymentMethods: [], addresses: [] },
  ...{ lastChange: null, policy: parsePolicy({}), now: new Date('2026-03-02T10:00:00Z') },
};
const request = (text: string, intent: string, orderIds: string[] = []): UnderstoodRequest => ({
  ...{ text, intent, route: 'order', confidence: 1, isQuestion: false, alternatives: [] },
  slots: slotsSchema.parse({ orderIds }),
});
const lines = (text: string, intent = 'return_request') =>
  linesSaid(order, request(text, intent), view, false).map(({ line }) => line);
const swap = (text: string) =>
  collectSwap(changeItems)({
    ...{ request: request(text, 'change_items'), askedSlot: undefined, order, view, known: {} },
  });

describe('the lines that a message names', () => {
  it('are those whose whole name is said, not all that share its last word', () => {
    expect(lines('I return the Pool Cleaner')).toEqual([4]);
    expect(lines('the cleaner goes back')).toEqual([2, 3, 4]);
  });

  it('are of several with one name those whose options are said', () => {
    expect(lines('I return the robotic Vacuum Cleaner')).toEqual([3]);
    expect(lines('the Vacuum Cleaner (canister, black) and the Desk Lamp')).toEqual([1, 2]);
    expect(lines('I return the Vacuum Cleaner')).toEqual([2, 3]);
    expect(lines('the robotic and the canister Vacuum Cleaner')).toEqual([2, 3]);
  });

  it('are called by the head of their name, and not by what stands before another', () => {
    const desk = anOrder({
      items: [
        item(1, 'lamp', 'lamp-1', 'Writing Desk'),
        item(2, 'shade', 'shade-1', 'Brass Desk Lamp'),
        item(3, 'bulb', 'bulb-1', 'Spare Bulbs for Desk Lamp'),
      ],
    });
    const of = (text: string) => linesSaid(desk, request(text, 'return_request'), view, false).map(({ line }) => line);
    expect(of('send the desk lamp back')).toEqual([2]);
    expect(of('the bulbs go back')).toEqual([3]);
  });

  it('stand with the deed, not with what is told before it', () => {
    expect(lines('about the Desk Lamp I got, I want to return the pool cleaners')).toEqual([4]);
  });

  it('are not told by what is wished for instead', () => {
    expect(lines('exchange the Vacuum Cleaner for a robotic one', 'exchange_request')).toEqual([2, 3]);
  });
});

describe('an exchange', () => {
  it('of several things reads the wish for each behind its name, whatever stands between', () => {
    expect(
      swap('Change the Desk Lamp for one with color black and light cold, and the Pool Cleaner for one in green.'),
    ).toMatchObject({
      args: {
        items: [
          { line: 1, toVariantId: 'lamp-3' },
          { line: 4, toVariantId: 'pool-2' },
        ],
      },
    });
  });

  it('of what is sold out as wished offers what meets the wish otherwise', () => {
    const asked = swap('change the Desk Lamp to black');
    if (!('ask' in asked)) throw new Error('expected a question');
    expect(asked.ask).toContain('out of stock');
    expect(asked.choices).toEqual([expect.stringMatching(/^black, cold/)]);
  });
});

describe('a wish in plain words', () => {
  const read = (text: string, orderIds: string[] = []) =>
    readWish({ ...request(text, 'track_order', orderIds), route: 'order' }).intent;

  it('for another of the goods of an order is an exchange', () => {
    expect(read('I want to exchange the lamp for one with a warm light in order 12345', ['12345'])).toBe(
      'exchange_request',
    );
    expect(read('Please change the payment of order 12345 for another card', ['12345'])).not.toBe('exchange_request');
    expect(read('where is the lamp of order 12345', ['12345'])).toBe('track_order');
  });

  it('for another recipient or phone is a change of address', () => {
    expect(read('could the phone be 020 7946 0018 instead')).toBe('change_address');
    expect(read('收件人写错了，是何静')).toBe('change_address');
    expect(read('check my order please, my phone is 020 7946 0018')).toBe('track_order');
  });

  it('for another address, with the address, is a change of address', () => {
    expect(read('Please change the default address in my account to 12 Elm Road, Springfield, 62704')).toBe(
      'change_address',
    );
    expect(read('Can the address be changed to another one later?')).toBe('track_order');
  });
});

describe('what stays', () => {
  const of = (text: string, items?: object[]) =>
    collectSwap(changeItems)({
      ...{ request: request(text, 'change_items'), askedSlot: undefined, view },
      ...{ order: anOrder({ status: 'paid', items: order.items }), known: items ? { items } : {} },
    });

  it('is never taken out: what is named to go is, else all the rest', () => {
    const gone = (...from: number[]) => ({ args: { items: from.map((line) => ({ line, quantity: 0 })) } });
    expect(of('cancel the pool cleaner, keep the desk lamp')).toEqual(gone(4));
    expect(of('cancel it but keep the vacuum cleaners')).toEqual(gone(1, 4));
    expect(of('cancel everything except the desk lamp')).toEqual(gone(2, 3, 4));
  });

  it('leaves what was put of the others as it was put', () => {
    const put = [{ line: 4, quantity: 0 }];
    expect(of('just the cleaner, keep the desk lamp', put)).toEqual({ args: { items: put } });
  });
});

describe('more and other sizes', () => {
  const socks = product('sock', 'Wool Sock', [variant('sock-s', { size: 'S' }), variant('sock-m', { size: 'M' })]);
  const ofSocks = (status: 'paid' | 'delivered') =>
    anOrder({ status, items: [item(1, 'sock', 'sock-s', 'Wool Sock')] });
  const said = (text: string, status: 'paid' | 'delivered', intent = 'change_items') =>
    collectSwap(status === 'paid' ? changeItems : exchangeOrder)({
      ...{ request: request(text, intent), askedSlot: undefined, order: ofSocks(status), known: {} },
      view: {
        ...view,
        products: [socks],
        policy: parsePolicy({ return: { excluded: [{ category: 'home', when: 'opened' }] } }),
      },
    });

  it('takes the thing for which an order is called for no part of the wish', () => {
    const ofBoth = anOrder({ items: [item(1, 'lamp', 'lamp-1', 'Desk Lamp'), item(2, 'sock', 'sock-s', 'Wool Sock')] });
    const lines = (text: string) => linesSaid(ofBoth, request(text, 'change_items'), view, false);
    expect(lines('add another pair of socks to the lamp order')).toMatchObject([{ line: 2 }]);
    expect(lines('make the lamp order two lamps')).toMatchObject([{ line: 1 }]);
  });

  it('adds to what was ordered', () => {
    expect(said('please add another pair of socks', 'paid')).toMatchObject({
      args: { items: [{ line: 1, quantity: 2 }] },
    });
    expect(said('再加两双袜子', 'paid')).toMatchObject({ args: { items: [{ line: 1, quantity: 3 }] } });
  });

  it('takes what stands before "instead of" for what is wished', () => {
    expect(said('I want size M instead of S', 'paid')).toMatchObject({ args: { items: [{ toVariantId: 'sock-m' }] } });
  });

  it('takes the next size for goods that are too small', () => {
    expect(said('the socks are too small, exchange them', 'delivered')).toMatchObject({
      args: { items: [{ line: 1, toVariantId: 'sock-m' }] },
    });
  });

  it('does not take the size that is too small for a wish', () => {
    const boots = product('boot', 'Rain Boot', [
      ...[variant('w-38', { color: 'white', size: '38' }), variant('w-39', { color: 'white', size: '39' })],
      variant('b-38', { color: 'black', size: '38' }),
    ]);
    const asked = collectSwap(exchangeOrder)({
      ...{ request: request('just too small', 'exchange_request'), askedSlot: undefined, known: {} },
      order: anOrder({ status: 'delivered', items: [item(1, 'boot', 'w-38', 'Rain Boot')] }),
      view: { ...view, products: [boots] },
    });
    expect(asked).toMatchObject({ args: { items: [{ line: 1, toVariantId: 'w-39' }] } });
  });

  it('offers nothing of another kind where the smallest is to become smaller', () => {
    const pots = product('pot', 'Clay Pot', [
      variant('pot-1', { color: 'white', size: '12 cm' }),
      variant('pot-2', { color: 'green', size: '12 cm' }),
      variant('pot-3', { color: 'white', size: '18 cm' }),
    ]);
    const order = anOrder({ status: 'paid', items: [item(1, 'pot', 'pot-1', 'Clay Pot')] });
    const asked = collectSwap(changeItems)({
      ...{ request: request('can I have a smaller one', 'change_items'), askedSlot: undefined, order, known: {} },
      view: { ...view, products: [pots], policy: parsePolicy({}) },
    });
    expect(asked).toMatchObject({ slot: 'variant', ask: expect.stringContaining('does not come like that') });
  });

  it('says at once that opened goods can not be exchanged which may not come back', () => {
    expect(said('I opened the socks, can I swap them', 'delivered', 'exchange_request')).toMatchObject({
      tell: expect.stringContaining('Once opened'),
    });
    expect(said('I have not opened the socks, they are too small', 'delivered', 'exchange_request')).toHaveProperty(
      'args',
    );
  });
});

describe('a wish for one line of several', () => {
  const known = { items: [{ line: 4, toVariantId: 'pool-2' }] };
  const collected = (text: string, earlier: Record<string, unknown> = {}) =>
    collectSwap(changeItems)({
      ...{ request: request(text, 'change_items'), askedSlot: undefined, order, view, known: earlier },
    });

  it('is of the one that comes in what is wished for', () => {
    expect(collected('switch it to green')).toMatchObject({ args: { items: [{ line: 4, toVariantId: 'pool-2' }] } });
    expect(collected('the thing for water from the order with both vacuum cleaners, in green please')).toMatchObject({
      args: { items: [{ line: 4, toVariantId: 'pool-2' }] },
    });
  });

  it('takes a line out, and comes to what was wished for another', () => {
    expect(collected('and cancel the desk lamp', known)).toMatchObject({
      args: { items: [...known.items, { line: 1, quantity: 0 }] },
    });
  });

  it('is taken back by itself', () => {
    const both = { items: [...known.items, { line: 1, quantity: 0 }] };
    expect(collected('no, keep the desk lamp', both)).toMatchObject({ args: known });
  });

  it('may be for more of another kind', () => {
    expect(collected('泳池机换成 green 的，再加一台 pool cleaner')).toMatchObject({
      args: { items: [{ line: 4, toVariantId: 'pool-2', quantity: 2 }] },
    });
  });
});
