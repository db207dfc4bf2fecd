import { type ConsoleDictionary, dictionaries } from '../i18n/dictionary.ts';

/** Changes that customers can make, as the ledger names them. */
export const ACTIONS = [
  'cancel_order',
  'change_address',
  'change_default_address',
  'change_items',
  'change_payment',
  'exchange_order',
  'return_order',
  'claim_price_protection',
  'request_invoice',
  'change_invoice_title',
  'resend_invoice',
  'urge_delivery',
  'undo_change',
] as const;

const isWord = (word: string): word is keyof ConsoleDictionary => word in dictionaries.en;

/** A change in the reader's words; one without words as it is recorded. */
export function changeWords(t: ConsoleDictionary, action: string): string {
  const word = `wrote_${action}`;
  return isWord(word) ? t[word] : action;
}
