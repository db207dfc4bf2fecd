import type { ConsoleDictionary } from '../../i18n/dictionary.ts';

type Words = ConsoleDictionary;

/** The console's words for a change of an order; its own name where there are none. */
export function changeWords(t: Words, action: string): string {
  const words: Record<string, string> = {
    cancel_order: t.changeCancel,
    change_address: t.changeAddress,
    change_items: t.changeItems,
    return_order: t.changeReturn,
    exchange_order: t.changeExchange,
    change_payment: t.changePayment,
    request_invoice: t.changeInvoice,
    change_invoice_title: t.changeInvoiceTitle,
    resend_invoice: t.changeResendInvoice,
    urge_delivery: t.changeUrge,
    claim_price_protection: t.changePriceProtection,
    undo_change: t.changeUndo,
  };
  return words[action] ?? action;
}

export function fieldWords(t: Words, name: string): string {
  const words: Record<string, string> = {
    reason: t.fieldReason,
    address: t.fieldAddress,
    item: t.fieldItem,
    swap: t.fieldSwap,
    fault: t.fieldFault,
    payment: t.fieldPayment,
    title: t.fieldTitle,
    name: t.addressName,
    phone: t.addressPhone,
    country: t.addressCountry,
    province: t.addressProvince,
    city: t.addressCity,
    district: t.addressDistrict,
    line: t.addressLine,
    line2: t.addressLine2,
    postcode: t.addressPostcode,
  };
  return words[name] ?? name;
}

/** How a proposal stands, and the colour for it. */
export function standing(t: Words, status: string): { words: string; look: string } {
  switch (status) {
    case 'pending':
    case 'approved':
      return { words: t.proposalPending, look: 'warm' };
    case 'awaiting_approval':
      return { words: t.proposalAwaiting, look: 'warm' };
    case 'done':
      return { words: t.proposalDone, look: 'good' };
    case 'rejected':
      return { words: t.proposalRejected, look: 'bad' };
    case 'failed':
      return { words: t.proposalFailed, look: 'bad' };
    default:
      return { words: t.proposalExpired, look: '' };
  }
}
