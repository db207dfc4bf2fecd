import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';
import { saysDeed } from '../../repair/waiting/own-deed.ts';
import { extractAddress } from '../address.ts';
import { isSwap } from '../changes/change.ts';
import { tellsInvoice } from '../changes/collect-invoice.ts';

type Wished = Pick<Dialogue, 'askedSlot' | 'wish' | 'lastIntent' | 'language'>;

/** One of several orders was chosen: what was wished of it is still in force ("an invoice made out to …", then "the first"). */
export function withWish(request: UnderstoodRequest, { askedSlot, wish, lastIntent }: Wished): UnderstoodRequest {
  const chosen = askedSlot === 'orderId' && wish !== undefined && request.intent === lastIntent;
  // "Swap the apples for the large ones" to "which order?" is another wish, of another thing.
  const { products, categories } = request.slots;
  const anew =
    isSwap(request.intent) && products.length + categories.length > 0 && saysDeed(request.text, request.intent);
  return chosen && !anew ? { ...request, text: `${wish}\n${request.text}` } : request;
}

/** Of a wish and the answer to "which order?" the answer; undefined: it is no such answer. */
export const choiceAlone = ({ text }: UnderstoodRequest, { wish }: Wished): string | undefined =>
  wish !== undefined && text.startsWith(`${wish}\n`) ? text.slice(wish.length + 1) : undefined;

/** The same once the order is found: of an address or a title that the wish told, "the first" is no part. */
export function withoutChoice(request: UnderstoodRequest, { wish, language = 'en' }: Wished): UnderstoodRequest {
  if (wish === undefined || choiceAlone(request, { wish }) === undefined) return request;
  const alone = { ...request, text: wish };
  const told =
    (request.intent === 'change_address' && extractAddress(wish, false) !== undefined) ||
    (request.intent === 'invoice_request' && tellsInvoice(alone, { language }));
  return told ? alone : request;
}
