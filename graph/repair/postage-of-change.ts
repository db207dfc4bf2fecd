import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { asksReturnCost } from '../knowledge/return-postage.ts';
import { isShort } from './fills-slot.ts';

/** What goods go back for, by the change's action or the intent that asks for it; and how a question of its rule calls it. */
const BACK: Readonly<Record<string, { intent: string; zh: string; en: string }>> = {
  return_order: { intent: 'return_policy', zh: '退货', en: 'for a return' },
  return_request: { intent: 'return_policy', zh: '退货', en: 'for a return' },
  exchange_order: { intent: 'exchange_policy', zh: '换货', en: 'for an exchange' },
  exchange_request: { intent: 'exchange_policy', zh: '换货', en: 'for an exchange' },
};

/** "Is the postage on me?", 要我出运费吗, while goods are to go back or just were: the rule for that, not the fee of a new order. */
export function postageOfChange(request: UnderstoodRequest, change: string | undefined): UnderstoodRequest {
  const back = change === undefined ? undefined : BACK[change];
  const { text, slots } = request;
  const names = slots.orderIds.length + slots.products.length + slots.categories.length > 0;
  if (!back || names || request.route === 'escalate' || !isShort(text) || !asksReturnCost(normaliseText(text)))
    return request;
  const asked = /\p{Script=Han}/u.test(text) ? `${back.zh}${text}` : `${text.replace(/[?!.\s]+$/, '')} ${back.en}?`;
  return { ...request, intent: back.intent, route: 'knowledge', text: asked, isQuestion: true };
}
