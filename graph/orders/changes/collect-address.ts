import { z } from 'zod';
import { phrasesIn } from '../../phrases/phrases.ts';
import { extractAddress } from '../address.ts';
import type { Collected, Said } from './change.ts';
import { savedAddress } from './saved-address.ts';
import { joinedAddress, wholeAddress } from './whole-address.ts';

/** What was said of it so far, as a text or in parts of which the street was said. */
const knownSchema = z.object({
  address: z
    .union([z.string(), z.object({ line: z.string() }).transform(({ line }) => line)])
    .optional()
    .catch(undefined),
});

/** The new address, told at once or piece by piece, or a saved one by its name; asked for where the message has none. */
export function collectAddress({ request, askedSlot, order, view, known }: Said): Collected {
  const asked = askedSlot === 'address';
  const said = extractAddress(request.text, asked);
  if (said === undefined) {
    const saved = savedAddress(request.text, view);
    if (saved) return { args: { address: saved } };
    return { ask: phrasesIn(view.language).askAddress(order.id), slot: 'address', choices: [], known };
  }
  const { address: begun } = knownSchema.parse(known);
  const goesOn = begun !== undefined && asked && extractAddress(request.text, false) === undefined;
  const address = goesOn ? joinedAddress(begun, said) : said;
  return { args: { address: wholeAddress(address, order.shipping_address, view.language) } };
}
