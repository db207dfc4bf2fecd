import { describe, expect, it } from 'vitest';
import { ecomTask } from './ecom-actions.ts';
import { ecomGoal } from './ecom-bench.ts';
import type { EcomCall, EcomDatabase, EcomOrder } from './ecom-data.ts';

const order = (id: string, paidWith: string, lines: Array<[product: string, price: number]>): [string, EcomOrder] => [
  id,
  {
    用户ID: 'u',
    订单ID: id,
    订单状态: '已付款',
    订单总金额: lines.reduce((sum, [, price]) => sum + price, 0),
    订单商品列表: lines.map(([商品ID, 单价]) => ({ 商品ID, 单价, 数量: 1 })),
    收货地址: { 国家: '中国', 省份: '某省', 城市: '某市', 区县: '某区', 详细地址: '某路1号' },
    支付方式: paidWith,
  },
];
const product = (商品ID: string, 商品价格: number) => ({
  商品ID,
  商品名称: `台灯${商品ID}`,
  商品状态: '已上架',
  商品价格,
  商品描述: '',
  可换货商品: [{ 商品ID: `${商品ID}b`, 商品描述: '大号台灯', 商品状态: '已上架' }],
});
const database: EcomDatabase = {
  products: new Map([
    ['p', product('p', 80)],
    ['q', product('q', 50)],
  ]),
  orders: new Map([
    order('1', '京东E卡', [['q', 50]]),
    order('2', '微信', [['q', 50]]),
    order('3', '京东E卡', [['p', 100]]),
  ]),
  shipments: new Map(),
  users: new Map(),
  invoices: new Map(),
};
const task = (...calls: Array<[string, Record<string, unknown>]>) => {
  const actions = calls.map(([name, args]): EcomCall => ({ name, arguments: args }));
  return ecomTask({ annotator: '0', user_id: 'u', metadata: { actions, searches: [] } }, database);
};

describe('a task of the Chinese bench', () => {
  it('takes a refund for part of the return that gives it back', () => {
    const read = task(['manage_return', { order_id: '1' }], ['manage_ecard', { action: '退款', amount: 50 }]);
    expect(read.actions.map(({ action, orderId }) => [action, orderId])).toEqual([
      ['return_order', '1'],
      ['refund', null],
    ]);
    expect(read.calls.every(({ missing }) => missing === undefined)).toBe(true);
  });

  it('takes another refund for the fall of a price, and for none of ours where the catalogue knows of no fall', () => {
    expect(task(['manage_ecard', { action: '退款', amount: 20 }]).actions).toEqual([
      { action: 'refund', orderId: '3', args: { amount: 20 } },
    ]);
    const unknown = task(['manage_ecard', { action: '退款', amount: 21 }]);
    expect(unknown.actions).toEqual([]);
    expect(unknown.calls[0]?.missing).toContain('picture');
  });

  it('gives back to its own card only what was paid from it', () => {
    const read = task(['manage_return', { order_id: '2' }], ['manage_ecard', { action: '退款', amount: 50 }]);
    expect(read.actions.map(({ action }) => action)).toEqual(['return_order']);
  });

  it('says why orders and appointments are not made', () => {
    const read = task(['manage_order', { action: '增加' }], ['schedule_service', { order_id: '1' }]);
    expect(read.calls.map(({ missing }) => missing !== undefined)).toEqual([true, true]);
  });
});

describe('what a customer of that bench has in mind', () => {
  const swap = { action: 'change_items', orderId: '3', args: { items: [{ variantId: 'p', toVariantId: 'pb' }] } };
  const fits = ecomGoal(swap, database)?.fits;

  it('is the model that was asked for, of that line, in that order', () => {
    expect(fits?.('change_items', { orderId: '3', items: [{ line: 1, toVariantId: 'pb' }] })).toBe(true);
    expect(fits?.('change_items', { orderId: '3', items: [{ line: 1, toVariantId: 'pc' }] })).toBe(false);
    expect(fits?.('change_items', { orderId: '3', items: [{ line: 2, toVariantId: 'pb' }] })).toBe(false);
    expect(fits?.('change_items', { orderId: '2', items: [{ line: 1, toVariantId: 'pb' }] })).toBe(false);
    expect(fits?.('exchange_order', { orderId: '3', items: [{ line: 1, toVariantId: 'pb' }] })).toBe(false);
  });

  it('is said in a sentence that names what it is about', () => {
    expect(ecomGoal(swap, database)?.ask).toContain('大号台灯');
    expect(ecomGoal({ action: 'refund', orderId: null, args: { amount: 1 } }, database)).toBeUndefined();
  });
});
