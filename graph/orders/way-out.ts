import type { ShopView } from '../../tools/changes/write-tool.ts';
import type { Arrival } from '../../tools/orders/estimate-arrival.ts';
import { isHelpless } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { BranchReply } from '../branch.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { arrivalLine } from './describe-order.ts';

/**
 * What is said after a change that can't be made: that the parcel is late, and a person, where one is the only help (it
 * never came and the money is wanted back; "so what can I do?"). Empty: the refusal says enough. The parcel is looked up
 * for a refusal alone.
 */
export async function wayOut(
  made: BranchReply,
  text: string,
  arrivalOf: () => Promise<Arrival | null>,
  view: ShopView,
): Promise<string> {
  const refused = !made.confirmation && made.dialogue?.askedSlot === undefined && !made.dialogue?.draft;
  if (!refused) return '';
  const arrival = await arrivalOf();
  const missing = arrival?.kind === 'overdue';
  if (!missing && !isHelpless(normaliseText(text))) return '';
  return ['', ...(missing ? arrivalLine(arrival, view) : []), phrasesIn(view.language).offerHuman].join('\n');
}
