import { describe, expect, it } from 'vitest';
import type { OrderFilter } from '../../../stores/orders.ts';
import { anOrder } from '../../../testing/order.ts';
import { createFindOrdersTool } from '../../../tools/orders/find-orders.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { readDialogue } from '../../dialogue.ts';
import { plannedFind, suggestFind } from './plan-find.ts';
import { selectOrders } from './select-orders.ts';

const shipped = anOrder({ id: 'BK-3', status: 'shipped', placed_at: new Date('2026-03-10T00:00:00Z') });
const delivered = anOrder({ id: 'BK-2', status: 'delivered', placed_at: new Date('2026-03-05T00:00:00Z') });
const cancelled = anOrder({ id: 'BK-1', status: 'cancelled', placed_at: new Date('2026-03-01T00:00:00Z') });
const mine = [shipped, { ...delivered, invoices: [{ title: 'Ada' }] }, cancelled];

/** Filters as the database would, for the fields these tests use. */
const orders = {
  find: async (_customer: string, filter: OrderFilter = {}) =>
    mine.filter(
      (order) => (filter.orderIds ? filter.orderIds.includes(order.id) : !filter.trackingNumbers) && !filter.from,
    ),
};
const tool = createFindOrdersTool({ orders, timeZone: 'UTC' });
const context = { caller: { kind: 'customer' as const, id: 'reader-1' }, language: 'en' as const, now: new Date() };

const request = (intent: string, slots: Record<string, unknown> = {}, text = 'about an order'): UnderstoodRequest => ({
  text,
  intent,
  route: 'order',
  confidence: 1,
  slots: slotsSchema.parse(slots),
  isQuestion: false,
  alternatives: [],
});
const select = (asked: UnderstoodRequest, dialogue: Record<string, unknown> = {}) =>
  selectOrders({ request: asked, dialogue: readDialogue(dialogue), call: suggestFind(asked), tool, context });
const idsOf = async (selection: ReturnType<typeof select>) => {
  const found = await selection;
  return found.kind === 'found' ? found.orders.map((order) => order.id) : found.kind;
};

describe('which order is meant', () => {
  it('takes a number at its word and never falls back to another order', async () => {
    expect(await idsOf(select(request('track_order', { orderIds: ['BK-2'] })))).toEqual(['BK-2']);
    expect(await idsOf(select(request('track_order', { orderIds: ['BK-99'] })))).toBe('unknown_id');
  });

  it('understands the last order, and the second one of those shown', async () => {
    expect(await idsOf(select(request('track_order', { ordinal: { from: 'end', n: 1 } })))).toEqual(['BK-3']);
    const shown = { focusOrderIds: ['BK-2', 'BK-1'] };
    expect(await idsOf(select(request('track_order', { ordinal: { from: 'start', n: 2 } }), shown))).toEqual(['BK-1']);
  });

  it('leaves to the customer whether what arrived or what was not sent yet is to be swapped', async () => {
    const has = (id: string, status: 'paid' | 'delivered' | 'shipped') => anOrder({ id, status });
    const held = { find: async () => [has('BK-7', 'paid'), has('BK-6', 'delivered'), has('BK-5', 'shipped')] };
    const of = async (intent: string) => {
      const asked = request(intent, { products: [{ productId: 'atlas', score: 1 }] }, 'another atlas');
      const found = await selectOrders({
        ...{ request: asked, dialogue: readDialogue({}), call: suggestFind(asked), context },
        tool: createFindOrdersTool({ orders: held, timeZone: 'UTC' }),
      });
      return found.kind === 'found' ? found.orders.map(({ id }) => id) : [];
    };
    expect(await of('exchange_request')).toContain('BK-7');
    expect(await of('exchange_request')).toContain('BK-6');
    expect(await of('change_items')).toEqual(['BK-7']);
  });

  it('sends back what has arrived, not what is on its way; the colour told to "which order?" chooses of a swap too', async () => {
    const lamp = (id: string, status: 'delivered' | 'shipped', variant_id: string) =>
      anOrder({ id, status, items: [{ ...anOrder({}).items[0], product_id: 'lamp', variant_id } as never] });
    const lamps = [lamp('LP-3', 'shipped', 'red'), lamp('LP-2', 'delivered', 'blue'), lamp('LP-1', 'delivered', 'red')];
    const of = async (asked: UnderstoodRequest, dialogue: Record<string, unknown> = {}) => {
      const found = await selectOrders({
        ...{ request: asked, dialogue: readDialogue(dialogue), call: suggestFind(asked), context },
        ...{ tool: createFindOrdersTool({ orders: { find: async () => lamps }, timeZone: 'UTC' }) },
        options: (_product, variant) => variant,
      });
      return found.kind === 'found' ? found.orders.map(({ id }) => id) : [];
    };
    const slots = { products: [{ productId: 'lamp', score: 1 }] };
    expect(await of(request('return_request', slots, 'send the lamp back'))).toEqual(['LP-2', 'LP-1']);
    const wish = 'swap my lamp';
    const focusOrderIds = ['LP-2', 'LP-1'];
    const chosen = request('exchange_request', {}, `${wish}\nthe blue one`);
    expect(await of(chosen, { wish, focusOrderIds, askedSlot: 'orderId' })).toEqual(['LP-2']);
  });

  it('takes the order of what was told to be broken, not the one that was spoken of before', async () => {
    const bought = (id: string, name: string) =>
      anOrder({ id, status: 'delivered', items: [{ ...anOrder({}).items[0], name } as never] });
    const two = { find: async () => [bought('KT-1', 'Camping Lantern'), bought('KT-2', 'Tea Kettle')] };
    const of = async (dialogue: Record<string, unknown>) => {
      const asked = request('exchange_request', {}, 'ok replace it please');
      const found = await selectOrders({
        ...{ request: asked, dialogue: readDialogue(dialogue), call: undefined, context },
        tool: createFindOrdersTool({ orders: two, timeZone: 'UTC' }),
      });
      return found.kind === 'found' ? found.orders.map(({ id }) => id) : [];
    };
    const told = { focusOrderIds: ['KT-2'], trouble: 'the lantern stopped charging' };
    expect(await of({ ...told, lastRoute: 'knowledge' })).toEqual(['KT-1']);
    expect(await of({ ...told, lastRoute: 'order' })).toEqual(['KT-2']);
  });

  it('takes the one on its way for "my parcel", and the one whose thing is named for another than in view', async () => {
    expect(await idsOf(select(request('track_order', {}, '我的快递到哪了')))).toEqual(['BK-3']);
    expect(await idsOf(select(request('track_order', {}, 'where is my package?')))).toEqual(['BK-3']);
    const bought = (id: string, name: string) =>
      anOrder({ id, status: 'paid', items: [{ ...anOrder({}).items[0], name } as never] });
    const two = { find: async () => [bought('KT-1', '细口壶 600ml'), bought('KT-2', '手摇磨豆机')] };
    const asked = request('cancel_order', {}, '壶那单帮我取消');
    const found = await selectOrders({
      ...{ request: asked, dialogue: readDialogue({ focusOrderIds: ['KT-2'] }), call: undefined, context },
      tool: createFindOrdersTool({ orders: two, timeZone: 'UTC' }),
    });
    expect(found).toMatchObject({ kind: 'found', exact: true, orders: [{ id: 'KT-1' }] });
  });

  it('finds what was bought although the day is wrong, but lists no orders of another day', async () => {
    const slots = {
      products: [{ productId: 'B', score: 1 }],
      dates: [{ from: '2026-04-04', to: '2026-04-04', text: '4/4' }],
    };
    expect(await idsOf(select(request('exchange_request', slots)))).toEqual(['BK-3', 'BK-2']);
    expect(await idsOf(select(request('list_orders', slots)))).toBe('no_match');
    const near = { ...slots, dates: [{ from: '2026-03-12', to: '2026-03-13', text: 'that week' }] };
    expect(await idsOf(select(request('list_orders', near)))).toEqual(['BK-3']);
  });

  it('goes on with the order being talked about', async () => {
    expect(await idsOf(select(request('cancel_order'), { focusOrderIds: ['BK-2'] }))).toEqual(['BK-2']);
  });

  it('tells "this order" from all orders', async () => {
    const focus = { focusOrderIds: ['BK-2'] };
    expect(await idsOf(select(request('list_orders', {}, '这个订单现在什么状态'), focus))).toEqual(['BK-2']);
    expect(await idsOf(select(request('list_orders', {}, 'did that go through?'), focus))).toEqual(['BK-2']);
    expect(await idsOf(select(request('list_orders', {}, '我有哪些订单'), focus))).toEqual(['BK-3', 'BK-2', 'BK-1']);
  });

  it('"the other one too" is of those shown the one that is not talked about, else any other that fits', async () => {
    const focus = { focusOrderIds: ['BK-3'], shownOrderIds: ['BK-3', 'BK-1'] };
    expect(await idsOf(select(request('list_orders', {}, 'and the other one too'), focus))).toEqual(['BK-1']);
    expect(await idsOf(select(request('list_orders', {}, '另一个也是'), focus))).toEqual(['BK-1']);
    const unseen = { focusOrderIds: ['BK-3'] };
    expect(await idsOf(select(request('list_orders', {}, 'the other one'), unseen))).toEqual(['BK-2', 'BK-1']);
  });

  it('takes the only likely order when none was named', async () => {
    expect(await idsOf(select(request('track_order')))).toEqual(['BK-3']);
    expect(await idsOf(select(request('list_orders')))).toEqual(['BK-3', 'BK-2', 'BK-1']);
  });

  it('says so when nothing fits the time, and offers the latest', async () => {
    const asked = request('list_orders', { dates: [{ from: '2026-01-01', to: '2026-01-07', text: 'early January' }] });
    expect(await idsOf(select(asked))).toBe('no_match');
  });

  it('finds an item by a name that is in no catalogue', async () => {
    expect(await idsOf(select(request('track_order', {}, 'where is my fountain pen')))).toEqual(['BK-3']);
  });

  it('shows a visitor nothing', async () => {
    const visitor = { ...context, caller: { kind: 'visitor' as const, id: 'v1' } };
    expect(await tool.run(tool.schema.parse({}), visitor)).toEqual([]);
  });
});

describe('an engine’s plan', () => {
  const suggested = { name: 'find_orders', args: { productIds: ['pen'] } };

  it('narrows what the words name and cannot replace it', () => {
    const planned = [{ name: 'find_orders', args: { productIds: ['atlas'], status: ['shipped'], limit: 10 } }];
    expect(plannedFind(planned, suggested)?.args).toEqual({ productIds: ['pen'], status: ['shipped'] });
  });

  it('names the order to track, and is none when it names nothing', () => {
    expect(plannedFind([{ name: 'track_shipment', args: { orderId: 'BK-3' } }], undefined)?.args).toEqual({
      orderIds: ['BK-3'],
    });
    expect(plannedFind([{ name: 'find_orders', args: { limit: 10 } }], undefined)).toBeUndefined();
  });

  it('takes the order of the product that was asked about before, and nothing stale', async () => {
    const productId = delivered.items[0]?.product_id;
    const before = { lastRoute: 'knowledge', focusProductIds: [productId] };
    const found = await select(request('return_request'), before);
    expect(found).toMatchObject({ kind: 'found', exact: true });
    expect(await idsOf(select(request('return_request'), { ...before, focusProductIds: ['other'] }))).toEqual([
      'BK-2',
      'BK-3',
    ]);
  });
});

it('finds what was bought by another word for it, and takes no name for a deed', async () => {
  const item = { line: 1, variant_id: null, quantity: 1, unit_price: 9 };
  const nappies = anOrder({ id: 'N-1', status: 'shipped', items: [{ ...item, product_id: 'n', name: '云朵纸尿裤' }] });
  const buds = anOrder({ id: 'N-2', items: [{ ...item, product_id: 'b', name: 'Noise-Cancelling Earbuds' }] });
  const found = async (text: string, intent: string) =>
    idsOf(
      selectOrders({
        request: request(intent, {}, text),
        dialogue: readDialogue({}),
        call: undefined,
        tool: createFindOrdersTool({ orders: { find: async () => [nappies, buds] }, timeZone: 'UTC' }),
        context,
      }),
    );
  expect(await found('where are the diapers', 'track_order')).toEqual(['N-1']);
  expect(await found('cancel', 'list_orders')).toEqual(['N-1', 'N-2']);
});

it('of two orders of the same goods takes the one in the state that is said, whichever is talked about', async () => {
  const item = { line: 1, product_id: 'jug', variant_id: null, name: 'Milk Jug', quantity: 4, unit_price: 9 };
  const orders = (['delivered', 'paid'] as const).map((status) => anOrder({ id: status, status, items: [item] }));
  const slots = { products: [{ productId: 'jug', score: 1 }] };
  const found = selectOrders({
    request: request('change_items', slots, 'two jugs less of the one that has not arrived'),
    dialogue: readDialogue({ focusOrderIds: ['delivered'], lastRoute: 'order' }),
    call: { name: 'find_orders', args: { productIds: ['jug'] } },
    tool: createFindOrdersTool({ orders: { find: async () => orders }, timeZone: 'UTC' }),
    context,
  });
  expect(await idsOf(found)).toEqual(['paid']);
});

it('of two orders of the same goods takes the one in which they come as is said', async () => {
  const item = { line: 1, product_id: 'jug', name: 'Milk Jug', quantity: 1, unit_price: 9 };
  const orders = ['moss', 'clay'].map((id) => anOrder({ id, items: [{ ...item, variant_id: id }] }));
  const found = async (text: string) =>
    idsOf(
      selectOrders({
        request: request('cancel_order', { products: [{ productId: 'jug', score: 1 }] }, text),
        dialogue: readDialogue({}),
        call: { name: 'find_orders', args: { productIds: ['jug'] } },
        tool: createFindOrdersTool({ orders: { find: async () => orders }, timeZone: 'UTC' }),
        context,
        options: (_, variant, language) =>
          language === 'zh' ? (variant === 'moss' ? '苔绿' : '陶土红') : variant === 'moss' ? 'moss green' : 'clay red',
      }),
    );
  expect(await found('cancel the jug, the moss green one')).toEqual(['moss']);
  expect(await found('奶壶买了两个，红色那个不要了')).toEqual(['clay']);
  expect(await found('cancel the jug')).toEqual(['moss', 'clay']);
});

it('another title is wished for of an invoice that was issued', async () => {
  expect(await idsOf(select(request('invoice_request', {}, 'a new company name on the invoice')))).toEqual(['BK-2']);
});

it('the end of a number names an order of one’s own, whatever order is talked about, and no other', async () => {
  const own = [anOrder({ id: 'KF1-0197' }), anOrder({ id: 'KF1-0166' })];
  const talked = (text: string, intent = 'cancel_order') =>
    idsOf(
      selectOrders({
        request: request(intent, {}, text),
        dialogue: readDialogue({ focusOrderIds: ['KF1-0166'], lastRoute: 'order' }),
        call: undefined,
        tool: createFindOrdersTool({ orders: { find: async () => own }, timeZone: 'UTC' }),
        context,
      }),
    );
  expect(await talked('0197那单别发了，取消')).toEqual(['KF1-0197']);
  expect(await talked('cancel 0197 please')).toEqual(['KF1-0197']);
  expect(await talked('cancel order 0555')).toBe('unknown_id');
  expect(await talked('取消吧')).toEqual(['KF1-0166']);
  expect(await talked('change the address to 0197 Rose Lane', 'change_address')).toEqual(['KF1-0166']);
});
