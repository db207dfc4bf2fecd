import { expect, test } from 'vitest';
import { loadModel } from './model-file.ts';
import { createCatalogueIndex } from './slots/catalogue-index.ts';
import type { DialogueContext } from './types.ts';
import { createUnderstanding } from './understand.ts';

const FRESH: DialogueContext = {
  focusOrderIds: [],
  focusProductIds: [],
  pendingConfirmation: false,
  offeredHuman: false,
  fallbackLanguage: 'zh',
};
const { understand } = createUnderstanding({
  model: loadModel(),
  catalogue: createCatalogueIndex([
    { id: 'kettle', names: ['Aurora 电热水壶', 'Aurora Electric Kettle'], category: ['厨房电器', 'Kitchen'] },
  ]),
  now: () => new Date('2026-11-22T12:00:00Z'),
  timeZone: 'Asia/Shanghai',
});
const intents = (text: string, context: Partial<DialogueContext> = {}): string[] =>
  understand(text, { ...FRESH, ...context }).requests.map(({ intent }) => intent);

test.each([
  ['我的订单到哪了，另外冬季活动什么时候开始？', ['track_order', 'promotion_question']],
  ['Where is my order and how do I return the kettle?', ['track_order', 'return_policy']],
  ['帮我取消订单KF20261105-0137，再问一下退款多久到账', ['cancel_order', 'refund_policy']],
  ['运费多少，可以分期吗', ['delivery_policy', 'payment_question']],
  ['耳机多少钱？那加湿器呢？', ['price_question', 'price_question']],
  ['物流到哪了，順便問退款幾天到帳', ['track_order', 'refund_policy']],
  ['how do i reset my password? also, do points expire?', ['account_question', 'account_question']],
  ['Cancel order 88123. Also, what are your opening hours?', ['cancel_order', 'store_info']],
])('two requests: %s', (text, expected) => {
  expect(intents(text)).toEqual(expected);
});

test.each(['多久到货', '下单后几天能到？'])('how long parcels take, where nothing is in view: %s', (text) => {
  expect(intents(text)).toEqual(['delivery_policy']);
});

test.each(['the smaller one?', '大一号的呢'])('another size of what is in view, no exchange: %s', (text) => {
  const shown = { lastIntent: 'price_question', lastRoute: 'knowledge' as const, focusProductIds: ['kettle'] };
  expect(intents(text, shown)).toEqual(['price_question']);
});

test.each([
  ['过生日能便宜吗', ['promotion_question']],
  ['壶多重 多少钱一个', ['product_question', 'price_question']],
])('%s', (text, expected) => {
  expect(intents(text)).toEqual(expected);
});

test('advice about a kind of goods that the shop has is no foreign talk, be its word as short as it may', () => {
  const umbrellas = createUnderstanding({
    model: loadModel(),
    catalogue: createCatalogueIndex([
      { id: 'drizzle', names: ['晴雨两用 Drizzle', 'Drizzle'], category: ['伞', 'Umbrellas'] },
    ]),
    now: () => new Date('2026-11-22T12:00:00Z'),
    timeZone: 'Asia/Shanghai',
  });
  const [request] = umbrellas.understand('推荐一个伞', FRESH).requests;
  expect(request).toMatchObject({ intent: 'recommend_product', route: 'recommend' });
});

test('a space by itself parts no question', () => {
  expect(intents('壶用多少水 多久换一次')).toHaveLength(1);
});

test('the second part asks about the topic of the first', () => {
  const [, second] = understand('How much is delivery and how long does it take?', FRESH).requests;
  expect(second?.text).toBe('delivery how long does it take?');
});

test.each([
  '你好，在吗？我的快递到哪了',
  'Hi! Where is my parcel? Thanks!',
  '我上周买的水壶还没到，什么时候能到？',
  'I want to cancel and get my money back for order 88123',
  '请问，这个可以送到新疆吗',
  '订单一直没发货，我不想等了，帮我取消',
  'check my order and tell me when it arrives',
])('one request: %s', (text) => {
  expect(intents(text)).toHaveLength(1);
});

test('a follow-up takes its own topic, or the last one', () => {
  const context = { lastIntent: 'return_policy', lastRoute: 'knowledge' } as const;
  expect(intents('那运费呢', context)).toEqual(['delivery_policy']);
  expect(intents('and the shipping fee?', context)).toEqual(['delivery_policy']);
  expect(intents('第二个', { lastIntent: 'track_order', lastRoute: 'order' })).toEqual(['track_order']);
  expect(intents('no, the blue one', { lastIntent: 'recommend_product', lastRoute: 'recommend' })).toEqual([
    'recommend_product',
  ]);
});

test('what only narrows a wish goes on with it', () => {
  const context = { lastIntent: 'recommend_product', lastRoute: 'recommend' } as const;
  for (const text of ['便宜一点的', 'something cheaper', 'for getting to work', '上下班骑的'])
    expect(intents(text, context)).toEqual(['recommend_product']);
});

test('a question about an own purchase or the order in view is about that order', () => {
  expect(intents('刚买的水壶可以退吗')).toEqual(['return_request']);
  expect(intents('可以退货吗')).toEqual(['return_policy']);
  const inView = { lastIntent: 'track_order', lastRoute: 'order', focusOrderIds: ['A1'] } as const;
  expect(understand('能取消吗', { ...FRESH, ...inView, focusOrderIds: ['A1'] }).requests[0]).toMatchObject({
    intent: 'cancel_order',
    route: 'order',
  });
});

test('a bare order number answers the question that asked for it', () => {
  expect(intents('KF20261105-0137', { lastIntent: 'cancel_order', lastRoute: 'order', askedSlot: 'orderId' })).toEqual([
    'cancel_order',
  ]);
  expect(intents('8837261')).toEqual(['list_orders']);
  expect(intents('查一下PW-70010')).toEqual(['list_orders']);
  expect(intents('show me order PW-7002')).toEqual(['list_orders']);
});

test('yes and no settle what is open', () => {
  expect(understand('好的', { ...FRESH, pendingConfirmation: true }).requests[0]).toMatchObject({
    intent: 'affirm',
    route: 'order',
  });
  expect(understand('no', { ...FRESH, pendingConfirmation: true }).requests[0]).toMatchObject({
    intent: 'deny',
    route: 'order',
  });
  expect(intents('yes', { offeredHuman: true })).toEqual(['human_agent']);
  expect(intents('不用了', { offeredHuman: true })).toEqual(['deny']);
});

test('a complaint offers a person, a request for one hands over', () => {
  const complaint = understand('你们的服务太差了，我要投诉', FRESH);
  expect(complaint.mood).toBe('angry');
  expect(complaint.requests[0]).toMatchObject({ intent: 'complaint', route: 'escalate', slots: { offerOnly: true } });
  expect(understand('转人工', FRESH).requests[0]?.slots.offerOnly).toBeUndefined();
});

test('what is not the shop’s business is declined, what names its product is not', () => {
  expect(understand('写一首关于春天的诗', FRESH).requests[0]?.route).toBe('decline');
  expect(understand("what's the capital of Peru", FRESH).requests[0]?.route).toBe('decline');
  expect(understand('how do I descale the Aurora kettle', FRESH).requests[0]?.route).toBe('knowledge');
});

test.each([
  '',
  '   ',
  '👍',
  '\u0000\u202e',
  'a'.repeat(4000),
  '?'.repeat(500),
  '人'.repeat(2000),
  '1'.repeat(3000),
  '(((((',
])('survives odd input', (text) => {
  expect(understand(text, FRESH).requests.length).toBeGreaterThan(0);
});

test('"it" in a later part is what the part before names', () => {
  const { requests } = understand('How much is the Aurora kettle? Also, does it come in white?', FRESH);
  expect(requests.map(({ slots }) => slots.products[0]?.productId)).toEqual(['kettle', 'kettle']);
});

test('what a later part in Chinese says of nothing it names is of what the part before names', () => {
  for (const text of ['电热水壶多少钱，有货吗', '电热水壶多重？有没有现货', '电热水壶有货吗，功率多少']) {
    const { requests } = understand(text, FRESH);
    expect(requests.map(({ slots }) => slots.products[0]?.productId)).toEqual(['kettle', 'kettle']);
  }
});

test('"it" in a later part is the topic of the part before where that names no product', () => {
  const { requests } = understand('How long does shipping take and what does it cost?', FRESH);
  expect(requests.map(({ intent }) => intent)).toEqual(['delivery_policy', 'delivery_policy']);
  expect(requests[1]?.text).toContain('shipping');
});

test('what becomes of goods that have not come is a question of the rules', () => {
  expect(intents('what if the kettle arrives dented')).toEqual(['return_policy']);
  expect(intents('万一收到是坏的怎么办')).toEqual(['return_policy']);
});

test('a day for a delivery is no wish to hurry, an order in view or not', () => {
  const ofOrder: Partial<DialogueContext> = { lastRoute: 'order', lastIntent: 'track_order', focusOrderIds: ['A1'] };
  expect(intents('可以周日送货吗', ofOrder)).toEqual(['delivery_policy']);
});

test('a weak wish for goods right after a product is a question about that one', () => {
  const inView: Partial<DialogueContext> = {
    lastRoute: 'knowledge',
    lastIntent: 'product_question',
    focusProductIds: ['kettle'],
  };
  expect(intents('有没有保温', inView)).toEqual(['product_question']);
});

test('a number that a product is called by is no order', () => {
  const shop = createUnderstanding({
    model: loadModel(),
    catalogue: createCatalogueIndex([{ id: 'belt', names: ['Drive Belt 24-105mm'], category: ['Parts'] }]),
    timeZone: 'UTC',
  });
  const [request] = shop.understand('how much is the 24-105', FRESH).requests;
  expect(request).toMatchObject({ intent: 'price_question', slots: { orderIds: [] } });
  expect(request?.slots.products[0]?.productId).toBe('belt');
});

test('hardly small talk is none, and what may become of goods in view is asked of them', () => {
  expect(intents('壶盖掉了')).not.toContain('goodbye');
  const inView: Partial<DialogueContext> = { lastRoute: 'recommend', focusProductIds: ['kettle'] };
  expect(intents('狗咬了有事吗', inView)).toEqual(['product_question']);
});

test.each(['my kettle isnt heating anymore', 'the blue one I mean, the one I just ordered'])(
  '%s has no word of giving up and cancels nothing',
  (text) => {
    expect(intents(text)).not.toContain('cancel_order');
  },
);

test('whether another order was left alone is asked, not wished', () => {
  const cancelled = { lastIntent: 'cancel_order', lastRoute: 'order' as const, focusOrderIds: ['A1'] };
  expect(intents('那水壶呢 还在吧', cancelled)).toEqual(['list_orders']);
  expect(intents('and the kettle, is that one still on?', cancelled)).toEqual(['list_orders']);
});

test.each([
  ['go ahead then', 'yes'],
  ["no don't do it yet, I'll think about it", 'no'],
  ["don't cancel it just yet", 'no'],
  ['then', undefined],
])('%s answers %s', (text, answer) => {
  expect(understand(text, FRESH).requests[0]?.slots.answer).toBe(answer);
});

test('a nod that names a deed wants it done', () => {
  const told = { lastRoute: 'knowledge' as const, lastIntent: 'return_policy', focusProductIds: ['K1'] };
  expect(intents('好的 退那两个吧', told)).toEqual(['return_request']);
});

test.each(['用过几天了', '这几天一直下雨'])('%s asks nothing', (text) => {
  expect(understand(text, FRESH).requests[0]?.isQuestion).toBe(false);
});

test('something for somebody is a wish for goods', () => {
  expect(intents('anything for my mum who is always cold?')).toEqual(['recommend_product']);
});

test('how long that takes goes on with what was told', () => {
  expect(intents('and how long does that take', { lastRoute: 'knowledge', lastIntent: 'refund_policy' })).toEqual([
    'refund_policy',
  ]);
});

test('who names the thing and asks what to do about it is no vague call for help', () => {
  expect(intents('电热水壶跳闸咋办')).not.toContain('vague_help');
});

test('a deed behind an ok is done, though a person was offered', () => {
  expect(intents('ok cancel it', { offeredHuman: true })).not.toContain('human_agent');
  expect(intents('ok', { offeredHuman: true })).toEqual(['human_agent']);
});

test('the refund is a topic of its own after the rules for sending back', () => {
  expect(intents('那退款呢', { lastIntent: 'return_policy', lastRoute: 'knowledge' })).toEqual(['refund_policy']);
});

test.each([
  ['ni hao, wo yao tui huo', 'return_request'],
  ['wo de kuaidi dao na le', 'track_order'],
  ['zhuan rengong', 'human_agent'],
  ['kai fapiao', 'invoice_request'],
])('pinyin is understood where its words are a shop’s: %s', (text, intent) => {
  const read = understand(text, { ...FRESH, fallbackLanguage: 'en' });
  expect(read.language).toBe('zh');
  expect(read.requests[0]?.intent).toBe(intent);
});

test('other pinyin is no insult, and is asked for in other letters; a name that was asked for is a name', () => {
  const read = understand('ni zhe ge ren zenme huishi', FRESH);
  expect(read).toMatchObject({ mood: 'neutral', requests: [{ intent: 'unclear', route: 'clarify' }] });
  expect(understand('Tui Huo', { ...FRESH, askedSlot: 'title' }).requests[0]?.text).toBe('Tui Huo');
});

test.each(['我的快递呢？都几天了', '快递到哪了？怎么还没到'])(
  'where an order is and why it takes so long is one wish: %s',
  (text) => {
    expect(intents(text)).toEqual(['track_order']);
  },
);
