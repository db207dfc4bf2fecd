/** Intents that want something of an order changed; only one change is put to the customer at a time. */
const CHANGES: ReadonlySet<string> = new Set([
  'cancel_order',
  'change_address',
  'change_items',
  'change_payment',
  'exchange_request',
  'invoice_request',
  'price_protection',
  'return_request',
]);

export const isChangeIntent = (intent: string): boolean => CHANGES.has(intent);

const OF_ACTION: Readonly<Record<string, string>> = {
  return_order: 'return_request',
  exchange_order: 'exchange_request',
  request_invoice: 'invoice_request',
  change_invoice_title: 'invoice_request',
  claim_price_protection: 'price_protection',
};

/** The intent that a change of this action serves; other actions and intents are called as they are. */
export const intentOf = (action: string): string => OF_ACTION[action] ?? action;
