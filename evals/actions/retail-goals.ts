import { paymentName, readPaymentMethods } from '../../tools/orders/payment-methods.ts';
import type { BenchAction } from './bench-action.ts';
import { addressText, type Goal, proposedItems, returnArgs, same, swapArgs } from './goal.ts';
import type { RetailDatabase } from './retail-data.ts';

type Item = RetailDatabase['orders'][string]['items'][number];

const listText = (parts: string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** A change of the English bench, told in plain sentences. */
export function retailGoal({ action, orderId, args }: BenchAction, customerId: string, data: RetailDatabase): Goal {
  const lines: Item[] = (orderId === null ? undefined : data.orders[orderId])?.items ?? [];
  const methods = readPaymentMethods(
    Object.values(data.users[customerId]?.payment_methods ?? {}).map(({ last_four, ...rest }) => ({
      ...rest,
      lastFour: last_four,
    })),
  );
  const payment = (id: string | undefined): string => {
    const method = methods.find((one) => one.id === id);
    return method ? paymentName(method, 'en') : (id ?? '');
  };
  const options = (productId: string, variantId: string): Record<string, string> =>
    data.products[productId]?.variants[variantId]?.options ?? {};
  const itemOf = (variantId: string) => lines.find(({ item_id }) => item_id === variantId);
  const lineVariant = (ref: { line?: number | undefined; variantId?: string | undefined }): string =>
    ref.variantId ?? lines[(ref.line ?? 0) - 1]?.item_id ?? '';
  const called = (item: Item): string =>
    lines.filter(({ name }) => name === item.name).length > 1
      ? `${item.name} (${Object.values(options(item.product_id, item.item_id)).join(', ')})`
      : item.name;

  switch (action) {
    case 'cancel_order':
      return {
        ask: `Please cancel my order ${orderId}: ${String(args.reason)}.`,
        answers: { orderId: [orderId ?? ''] },
        fits: (proposed, given) => proposed === action && given.orderId === orderId,
      };
    case 'change_address':
      return {
        ask: `Please change the delivery address of order ${orderId} to ${addressText(args.address)}.`,
        answers: { address: [addressText(args.address)], orderId: [orderId ?? ''] },
        fits: (proposed, given) => proposed === action && given.orderId === orderId,
      };
    case 'change_default_address':
      return {
        ask: `Please change the default address in my account to ${addressText(args.address)}.`,
        answers: { address: [addressText(args.address)] },
        fits: (proposed) => proposed === action,
      };
    case 'return_order': {
      const { items = [], refundTo } = returnArgs.parse(args);
      const wanted = items.flatMap(({ variantId }) => itemOf(variantId) ?? []);
      const names = listText(wanted.map((item) => `the ${called(item)}`));
      return {
        ask: `I want to return ${wanted.length === lines.length ? 'everything' : names} from order ${orderId}. Please refund it to my ${payment(refundTo)}.`,
        answers: { item: wanted.map(called), paymentMethod: [payment(refundTo)], orderId: [orderId ?? ''] },
        fits(proposed, given) {
          const read = proposedItems.safeParse(given);
          if (proposed !== action || given.orderId !== orderId || !read.success) return false;
          const back = read.data.items?.map(lineVariant) ?? lines.map(({ item_id }) => item_id);
          const meant = items.map(({ variantId }) => variantId);
          return same(back, meant) && read.data.refundTo === refundTo;
        },
      };
    }
    default: {
      const { items, paymentMethodId } = swapArgs.parse(args);
      const wishes = items.flatMap(({ variantId, toVariantId }) => {
        const item = itemOf(variantId);
        if (!item) return [];
        const now = options(item.product_id, variantId);
        const wanted = options(item.product_id, toVariantId);
        const differing = Object.entries(wanted).filter(([key, value]) => now[key] !== value);
        const told = (differing.length > 0 ? differing : Object.entries(wanted)).map(
          ([key, value]) => `${key} ${value}`,
        );
        return [{ item, told: listText(told), whole: Object.values(wanted).join(', ') }];
      });
      const verb = action === 'exchange_order' ? 'exchange' : 'change';
      return {
        ask: `I want to ${verb} ${listText(wishes.map(({ item, told }) => `the ${called(item)} for one with ${told}`))} in my order ${orderId}. I pay with my ${payment(paymentMethodId)}.`,
        answers: {
          item: wishes.map(({ item }) => called(item)),
          variant: wishes.map(({ whole }) => whole),
          paymentMethod: [payment(paymentMethodId)],
          orderId: [orderId ?? ''],
          fault: ['No, it is not faulty'],
        },
        fits(proposed, given) {
          const read = proposedItems.safeParse(given);
          if (proposed !== action || given.orderId !== orderId || !read.success) return false;
          const pairs = (read.data.items ?? []).map((item) => `${lineVariant(item)}>${item.toVariantId}`);
          const meant = items.map((item) => `${item.variantId}>${item.toVariantId}`);
          return same(pairs, meant) && read.data.paymentMethodId === paymentMethodId;
        },
      };
    }
  }
}
