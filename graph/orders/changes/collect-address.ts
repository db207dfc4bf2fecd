import { phrasesIn } from '../../phrases/phrases.ts';
import { extractAddress } from '../address.ts';
import type { Collected, Said } from './change.ts';

/** The new address; asked for where the message has none. */
export function collectAddress({ request, askedSlot, order, view, known }: Said): Collected {
  const address = extractAddress(request.text, askedSlot === 'address');
  if (address) return { args: { address } };
  return { ask: phrasesIn(view.language).askAddress(order.id), slot: 'address', choices: [], known };
}
