import { z } from 'zod';
import { textOf } from '../../stores/local-text.ts';
import type { Order } from '../../stores/orders.ts';
import { formatMoney } from '../format.ts';
import { cannotPay, findPaymentMethod, paymentName } from '../orders/payment-methods.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({ paymentMethodId: z.string().max(100).describe('One of the customer’s saved methods') });
const paymentSchema = z.looseObject({
  methodId: z.string().nullish(),
  method: z.unknown(),
  status: z.string().nullish(),
});

const current = (order: Order) =>
  order.payments
    .map((entry) => paymentSchema.safeParse(entry))
    .findLast((read) => read.success && !/fail|refund/i.test(read.data.status ?? ''))?.data;

/** Has an order that was not dispatched paid another way; what was paid goes back. */
export const changePayment: WriteTool<typeof schema> = {
  action: 'change_payment',
  policy: 'change_payment',
  description: 'Changes how an order is paid.',
  schema,
  describe(order, { paymentMethodId }, view) {
    const { language, currency } = view;
    const zh = language === 'zh';
    const method = findPaymentMethod(view.paymentMethods, paymentMethodId);
    if (!method)
      return { refused: zh ? '您的账户里没有这种支付方式。' : 'There is no such payment method in your account.' };
    const old = current(order);
    if (old?.methodId === method.id) return undefined;
    const short = cannotPay(method, order.total, view);
    if (short) return { refused: short };
    const before = view.paymentMethods.find(({ id }) => id === old?.methodId);
    const from = before ? paymentName(before, language) : textOf(old?.method, language).replaceAll('_', ' ');
    return {
      summary: zh ? `修改订单 ${order.id} 的支付方式` : `Change the payment of order ${order.id}`,
      changes: [
        { field: zh ? '支付方式' : 'Payment method', from: from || null, to: paymentName(method, language) },
        ...(order.status === 'pending'
          ? []
          : [
              {
                field: zh ? '原支付退回' : 'Refund of the old payment',
                from: null,
                to: formatMoney(order.total, currency),
                kind: 'refund' as const,
              },
            ]),
      ],
    };
  },
  patch(order, { paymentMethodId }, view) {
    const old = current(order);
    const method = findPaymentMethod(view.paymentMethods, paymentMethodId);
    const at = view.now.toISOString();
    return {
      payments: [
        ...order.payments.map((entry) => {
          const read = paymentSchema.safeParse(entry);
          return read.success &&
            old !== undefined &&
            read.data.methodId === old.methodId &&
            !/fail/i.test(read.data.status ?? '')
            ? { ...read.data, status: 'refunded' }
            : entry;
        }),
        {
          method: method?.kind ?? null,
          methodId: paymentMethodId,
          amount: order.total,
          at,
          status: order.status === 'pending' ? 'pending' : 'paid',
        },
      ],
    };
  },
  done: (order, _args, { language }) =>
    language === 'zh' ? `订单 ${order.id} 的支付方式已修改。` : `The payment method of order ${order.id} is changed.`,
};
