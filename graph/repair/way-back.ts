import { anyOf } from '../../text/any-of.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { asksReturnCost } from '../knowledge/topics/return-postage.ts';
import { isShort } from './waiting/fills-slot.ts';

/** What goods go back for, by the change's action or the intent that asks for it; and how a question of its rule calls it. */
const BACK: Readonly<Record<string, { intent: string; zh: string; en: string }>> = {
  return_order: { intent: 'return_policy', zh: '退货', en: 'for a return' },
  return_request: { intent: 'return_policy', zh: '退货', en: 'for a return' },
  exchange_order: { intent: 'exchange_policy', zh: '换货', en: 'for an exchange' },
  exchange_request: { intent: 'exchange_policy', zh: '换货', en: 'for an exchange' },
};

/** Who fetches it, or where it is handed in. */
const FETCHED = anyOf(
  /取件|上门(?:取|拿|收)|(?:来|过来)[取拿收]/,
  /\b(?:pick(?:s|ed)? (?:it|them|this)? ?up|collect(?:s|ed)?|drop (?:it|them) off)\b/,
);

const WHO_PAYS = /^(?:and |so |but )?who(?: will|'s| is)? pay(?:s|ing)?\b|^(?:那)?谁(?:来)?(?:出|付|掏|承担)/;
/** How long it takes; of a parcel that was delivered nothing else is asked so. */
const TAKES = /多久|几天|多长时间|\bhow long\b/;

function asksOfIt({ text, intent }: UnderstoodRequest): boolean {
  const said = normaliseText(text);
  return (
    asksReturnCost(said) || WHO_PAYS.test(said) || FETCHED.test(said) || (intent === 'track_order' && TAKES.test(said))
  );
}

/** "Is the postage on me?", 什么时候上门取件, while goods are to go back or just were: the rule for that, not for a new order. */
export function ofTheWayBack(request: UnderstoodRequest, change: string | undefined): UnderstoodRequest {
  const back = change === undefined ? undefined : BACK[change];
  const { text, slots } = request;
  const names = slots.orderIds.length + slots.products.length + slots.categories.length > 0;
  if (!back || names || request.route === 'escalate' || !isShort(text) || !asksOfIt(request)) return request;
  const asked = /\p{Script=Han}/u.test(text) ? `${back.zh}${text}` : `${text.replace(/[?!.\s]+$/, '')} ${back.en}?`;
  return { ...request, intent: back.intent, route: 'knowledge', text: asked, isQuestion: true };
}
