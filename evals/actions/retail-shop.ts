import type { OrderStatus } from '../../stores/schema.ts';
import type { ShopFiles } from '../../stores/shop-files/shop-files.ts';
import type { BenchAddress, RetailDatabase } from './retail-data.ts';

const DAY_MS = 86_400_000;

/** Orders that may be changed are paid for and not begun; those in work are past changing. */
const STATUS: Record<string, OrderStatus> = {
  pending: 'paid',
  processed: 'processing',
  delivered: 'delivered',
  cancelled: 'cancelled',
};

/** The bench's policy in the terms of policy.json: no deadlines, only states. */
const POLICY = {
  cancel: { allowedStatuses: ['paid'], within: null, reasons: ['no longer needed', 'ordered by mistake'] },
  change_address: { allowedStatuses: ['paid'], within: null },
  change_items: { allowedStatuses: ['paid'], within: null },
  change_payment: { allowedStatuses: ['paid'], within: null },
  return: { allowedStatuses: ['delivered'], within: null },
  exchange: { allowedStatuses: ['delivered'], within: null },
};

export const benchAddress = ({ address1, address2, city, state, zip, country }: BenchAddress) => ({
  line: address1,
  line2: address2,
  city,
  province: state,
  postcode: zip,
  country,
});

/** The bench's shop in the format of a shop's files. */
export function retailShop({ products, users, orders }: RetailDatabase, now: Date): ShopFiles {
  const placedAt = new Date(now.getTime() - 5 * DAY_MS).toISOString();
  return {
    shop: {
      name: 'Retail',
      currency: 'USD',
      timeZone: 'America/New_York',
      locales: ['en'],
      supportHours: null,
      asOf: null,
    },
    products: Object.values(products).map(({ product_id, name, variants }) => ({
      id: product_id,
      name,
      category: '',
      description: '',
      price: Math.min(...Object.values(variants).map(({ price }) => price)),
      stock: null,
      variants: Object.values(variants).map(({ item_id, options, price, available }) => ({
        id: item_id,
        options,
        price,
        stock: available ? 100 : 0,
      })),
      attributes: {},
    })),
    customers: Object.values(users).map(({ user_id, name, email, address, payment_methods }) => ({
      id: user_id,
      name: `${name.first_name} ${name.last_name}`,
      email,
      phone: null,
      locale: 'en',
      addresses: [benchAddress(address)],
      paymentMethods: Object.values(payment_methods).map(({ id, source, brand, last_four, balance }) => ({
        id,
        kind: source,
        ...(brand === undefined ? {} : { brand }),
        ...(last_four === undefined ? {} : { lastFour: last_four }),
        ...(balance === undefined ? {} : { balance }),
      })),
    })),
    orders: Object.values(orders).map((order) => ({
      id: order.order_id,
      customerId: order.user_id,
      status: STATUS[order.status] ?? 'processing',
      placedAt,
      items: order.items.map(({ name, product_id, item_id, price }) => ({
        productId: product_id,
        variantId: item_id,
        name,
        quantity: 1,
        unitPrice: price,
      })),
      total: null,
      shippingAddress: benchAddress(order.address),
      shipments: order.fulfillments.map(({ tracking_id }) => ({ trackingNumber: tracking_id[0], events: [] })),
      payments: order.payment_history.map(({ amount, payment_method_id }) => ({
        methodId: payment_method_id,
        amount,
      })),
      refunds: [],
      invoices: [],
    })),
    policy: POLICY,
  };
}
