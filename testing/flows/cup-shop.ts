import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const mug = { productId: 'mug', variantId: 'mug-red', name: 'Stoneware mug', quantity: 2, unitPrice: 10 };
const tray = { productId: 'tray', name: 'Oak tray', quantity: 1, unitPrice: 30 };
/** Two mugs and a tray that came to 50, paid four days ago; `more` overrides. */
export const cupOrder = (id: string, customerId: string, status: string, more: Record<string, unknown> = {}) => ({
  id,
  customerId,
  status,
  placedAt: daysAgo(4),
  items: [mug, tray],
  total: 50,
  shippingAddress: '1 Old Street, Springfield',
  payments: [{ method: 'card', amount: 50, at: daysAgo(4), status: 'paid' }],
  ...more,
});

/** A shop in which a person approves refunds above 40, and changes may be taken back for a day. */
export const CUP_SHOP = {
  'shop.json': { name: 'Cups', currency: 'USD', timeZone: 'UTC', locales: ['en', 'zh'] },
  'products.json': [
    {
      id: 'mug',
      name: 'Stoneware mug',
      category: 'Cups',
      price: 10,
      variants: [
        { id: 'mug-red', options: { colour: 'red' }, price: 10, stock: 5 },
        { id: 'mug-blue', options: { colour: 'blue' }, price: 12, stock: 5 },
      ],
    },
    { id: 'tray', name: 'Oak tray', category: 'Trays', price: 30, stock: 3 },
  ],
  'customers.json': [
    { id: 'ada', name: 'Ada Byron', email: 'ada@example.org', locale: 'en' },
    { id: 'lin', name: { zh: '林小雨', en: 'Lin Xiaoyu' }, email: 'lin@example.org', locale: 'zh' },
  ],
  'orders.json': [
    cupOrder('CU-50001', 'ada', 'paid'),
    cupOrder('CU-50002', 'ada', 'paid'),
    cupOrder('CU-50003', 'lin', 'paid'),
    cupOrder('CU-50004', 'ada', 'paid', { items: [mug], total: 20, payments: [] }),
  ],
  'policy.json': {
    approvals: { refundAbove: 40 },
    cancel: {
      allowedStatuses: ['pending', 'paid'],
      reasons: [{ zh: '拍错了', en: 'ordered by mistake' }, 'no longer needed'],
      text: { zh: '未发货的订单可以取消。', en: 'Orders can be cancelled until they leave.' },
      source: { document: { zh: '退款说明', en: 'Refunds' }, section: { zh: '一', en: '1' } },
    },
    undo: { within: { days: 1, from: 'changed' } },
  },
};

/** Writes files of a shop into a folder of its own; `remove` takes it away. */
export async function shopFolder(
  files: Readonly<Record<string, unknown>>,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-shop-'));
  for (const [file, content] of Object.entries(files))
    await writeFile(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
