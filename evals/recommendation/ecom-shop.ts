import { readEcom } from '../actions/ecom-data.ts';
import type { ShopOfPurchases } from './purchase.ts';

/** The Chinese bench's shop: a customer's orders are taken to be in their order. */
export async function readEcomShop(datasetsDir: string): Promise<ShopOfPurchases> {
  const { database } = await readEcom(datasetsDir);
  const sold = [...database.orders.values()].flatMap(({ 订单商品列表 }) => 订单商品列表.map(({ 商品ID }) => 商品ID));
  return {
    products: [...new Set([...database.products.keys(), ...sold])].map((id) => ({
      ...{ id, name: database.products.get(id)?.商品名称 ?? id, category: '', attributes: {} },
    })),
    purchases: [...database.orders.values()].map(({ 订单ID, 用户ID, 订单商品列表 }, place) => ({
      id: 订单ID,
      customerId: 用户ID,
      placedAt: new Date(Date.UTC(2026, 0, 1) + place * 60_000).toISOString(),
      productIds: [...new Set(订单商品列表.map(({ 商品ID }) => 商品ID))],
    })),
  };
}
