import type { OrderStatus } from '../../stores/schema.ts';
import type { ShopFiles } from '../../stores/shop-files/shop-files.ts';
import type { EcomAddress, EcomDatabase, EcomProduct } from './ecom-data.ts';

const DAY_MS = 86_400_000;
const ON_SALE = '已上架';
/** The shop's own prepaid card: the only way to pay that has an account of its own. */
export const ECARD = '京东E卡';

const STATUS: Record<string, OrderStatus | undefined> = {
  已付款: 'paid',
  处理中: 'processing',
  已发货: 'shipped',
  运输中: 'shipped',
  已送达: 'delivered',
  已签收: 'delivered',
  已退货: 'returned',
};
const KIND: Record<string, string | undefined> = {
  [ECARD]: 'gift_card',
  微信: 'wechat_pay',
  支付宝: 'alipay',
  银行卡: 'debit_card',
};

/** What the bench's tools do in which state; it knows no deadlines. Goods that have arrived are returned, never exchanged. */
const POLICY = {
  cancel: { allowedStatuses: ['paid', 'processing'], within: null },
  change_address: { allowedStatuses: ['paid', 'processing'], within: null },
  change_items: { allowedStatuses: ['paid', 'processing'], within: null },
  return: { allowedStatuses: ['delivered'], within: null },
  exchange: { allowed: false },
  invoice_title: { within: null },
  price_protection: { allowed: true, within: null },
};

const ecomAddress = (address: EcomAddress) => ({
  ...(address.收件人姓名 === undefined ? {} : { name: address.收件人姓名 }),
  ...(address.电话号码 === undefined ? {} : { phone: address.电话号码 }),
  line: address.详细地址,
  district: address.区县,
  city: address.城市,
  province: address.省份,
  country: address.国家,
});

/** A product with what it may be exchanged for: in our terms the models of one product. Prices that are not told are its own. */
const modelsOf = (product: EcomProduct, products: EcomDatabase['products']) =>
  [{ 商品ID: product.商品ID, 商品描述: product.商品名称, 商品状态: product.商品状态 }, ...product.可换货商品].map(
    (one) => ({
      id: one.商品ID,
      options: { 型号: one.商品描述 },
      price: products.get(one.商品ID)?.商品价格 ?? product.商品价格,
      stock: one.商品状态 === ON_SALE ? 100 : 0,
    }),
  );

/** The bench's shop in the format of a shop's files. */
export function ecomShop({ products, users, orders, shipments, invoices }: EcomDatabase, now: Date): ShopFiles {
  const placedAt = new Date(now.getTime() - 5 * DAY_MS).toISOString();
  return {
    shop: {
      name: '家电店',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      locales: ['zh'],
      supportHours: null,
      asOf: null,
    },
    products: [...products.values()].map((product) => ({
      id: product.商品ID,
      name: product.商品名称,
      category: '',
      description: product.商品描述,
      price: product.商品价格,
      stock: null,
      variants: modelsOf(product, products),
      attributes: {},
    })),
    customers: [...users.values()].map((user) => ({
      id: user.用户ID,
      name: user.用户姓名,
      email: null,
      phone: user.电话号码,
      locale: 'zh',
      addresses: [ecomAddress(user.地址信息)],
      paymentMethods: [{ id: `ecard ${user.用户ID}`, kind: 'gift_card', brand: ECARD, balance: user.电子卡余额 }],
    })),
    orders: [...orders.values()].map((order) => {
      const shipment = shipments.get(order.订单ID);
      const invoice = invoices.get(order.订单ID);
      return {
        id: order.订单ID,
        customerId: order.用户ID,
        status: STATUS[order.订单状态] ?? 'processing',
        placedAt,
        items: order.订单商品列表.map(({ 商品ID, 单价, 数量 }) => ({
          productId: 商品ID,
          variantId: products.has(商品ID) ? 商品ID : null,
          name: products.get(商品ID)?.商品名称 ?? 商品ID,
          quantity: 数量,
          unitPrice: 单价,
        })),
        total: order.订单总金额,
        shippingAddress: ecomAddress(order.收货地址),
        shipments: shipment
          ? [
              {
                carrier: shipment.物流公司,
                trackingNumber: shipment.物流单号,
                events: shipment.物流轨迹.map(({ 位置, 描述 }) => ({ at: placedAt, place: 位置, text: 描述 ?? '' })),
              },
            ]
          : [],
        payments: [{ kind: KIND[order.支付方式] ?? order.支付方式, amount: order.订单总金额 }],
        refunds: [],
        invoices: invoice ? [{ type: 'electronic', title: invoice.发票抬头, issuedAt: placedAt }] : [],
      };
    }),
    policy: POLICY,
  };
}
