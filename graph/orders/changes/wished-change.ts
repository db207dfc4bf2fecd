import type { Order } from '../../../stores/orders.ts';
import { cancelOrder } from '../../../tools/changes/cancel-order.ts';
import { changeAddress } from '../../../tools/changes/change-address.ts';
import { changeItems } from '../../../tools/changes/change-items.ts';
import { changePayment } from '../../../tools/changes/change-payment.ts';
import { exchangeOrder } from '../../../tools/changes/exchange-order.ts';
import { changeInvoiceTitle } from '../../../tools/changes/invoice-title.ts';
import { claimPriceProtection } from '../../../tools/changes/price-protection.ts';
import { requestInvoice } from '../../../tools/changes/request-invoice.ts';
import { resendInvoice } from '../../../tools/changes/resend-invoice.ts';
import { returnOrder } from '../../../tools/changes/return-order.ts';
import { undoChange } from '../../../tools/changes/undo-change.ts';
import { urgeDelivery } from '../../../tools/changes/urge-delivery.ts';
import { isBeforeDispatch } from '../../../tools/orders/order-status.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Change } from './change.ts';
import { collectAddress } from './collect-address.ts';
import { collectCancel } from './collect-cancel.ts';
import { collectInvoice } from './collect-invoice.ts';
import { collectPayment } from './collect-payment.ts';
import { collectReturn } from './collect-return.ts';
import { collectSwap } from './collect-swap.ts';
import { collectTitle, RESEND, TITLE } from './collect-title.ts';

const nothing = (): { args: Record<string, unknown> } => ({ args: {} });

/** The change that a request about an order asks for; undefined: it only asks. */
export function wishedChange(
  request: UnderstoodRequest,
  order: Order,
  askedSlot: string | undefined,
): Change | undefined {
  const { intent, text } = request;
  switch (intent) {
    case 'cancel_order':
      // "Is it cancelled?", of what is: its state is the answer.
      if (order.status === 'cancelled') return undefined;
      return { tool: cancelOrder, collect: collectCancel };
    case 'change_address':
      return { tool: changeAddress, collect: collectAddress };
    case 'return_request':
      // What was not sent yet can't come back: giving it up is cancelling it.
      return isBeforeDispatch(order.status) && order.items.length === 1
        ? { tool: cancelOrder, collect: collectCancel }
        : { tool: returnOrder, collect: collectReturn };
    case 'exchange_request':
    case 'change_items':
      // "Exchange" and "change" are one word to customers: the order's state says which it is.
      return isBeforeDispatch(order.status)
        ? { tool: changeItems, collect: collectSwap(changeItems) }
        : { tool: exchangeOrder, collect: collectSwap(exchangeOrder) };
    case 'invoice_request':
      if (order.invoices.length === 0) return { tool: requestInvoice, collect: collectInvoice };
      if (TITLE.test(text) || askedSlot === 'title') return { tool: changeInvoiceTitle, collect: collectTitle };
      return RESEND.test(text) ? { tool: resendInvoice, collect: nothing } : undefined;
    case 'urge_delivery':
      return { tool: urgeDelivery, collect: nothing };
    case 'price_protection':
      return { tool: claimPriceProtection, collect: nothing };
    case 'change_payment':
      return { tool: changePayment, collect: collectPayment };
    case 'undo_change':
      return {
        tool: undoChange,
        collect: ({ view }) => ({ args: view.lastChange ? { changeId: view.lastChange.id } : {} }),
      };
    default:
      return undefined;
  }
}
