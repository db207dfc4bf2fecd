import { cancelOrder } from './cancel-order.ts';
import { changeAddress } from './change-address.ts';
import { changeItems } from './change-items.ts';
import { changePayment } from './change-payment.ts';
import { exchangeOrder } from './exchange-order.ts';
import { changeInvoiceTitle } from './invoice-title.ts';
import { claimPriceProtection } from './price-protection.ts';
import { requestInvoice } from './request-invoice.ts';
import { resendInvoice } from './resend-invoice.ts';
import { returnOrder } from './return-order.ts';
import { undoChange } from './undo-change.ts';
import { urgeDelivery } from './urge-delivery.ts';
import type { WriteTool } from './write-tool.ts';

/** Every change of an order that a customer may confirm. */
export const WRITE_TOOLS: WriteTool[] = [
  cancelOrder,
  changeAddress,
  changeItems,
  changePayment,
  exchangeOrder,
  returnOrder,
  requestInvoice,
  changeInvoiceTitle,
  resendInvoice,
  urgeDelivery,
  claimPriceProtection,
  undoChange,
];
