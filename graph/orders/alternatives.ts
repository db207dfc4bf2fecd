import type { Order } from '../../stores/orders.ts';
import type { WriteView } from '../../tools/changes/write-tool.ts';
import { WRITE_TOOLS } from '../../tools/changes/write-tools.ts';
import { checkPolicy, isCarriedOut } from '../../tools/policy/check.ts';
import type { PolicyAction } from '../../tools/policy/rule.ts';
import { orderPhrases } from '../phrases/orders.ts';
import { intentOf } from './changes/change-intents.ts';

/** Another way for the customer, the words that ask for it, and the intent that they have. */
export interface Alternative {
  name: string;
  say: string;
  intent: string;
}

/** What serves nearly the same end, best first, by what was refused. */
const INSTEAD: Readonly<Record<string, readonly PolicyAction[]>> = {
  cancel_order: ['return', 'change_address'],
  change_items: ['cancel', 'exchange', 'return'],
  change_address: ['cancel'],
  exchange_order: ['return', 'change_items'],
  return_order: ['cancel', 'exchange'],
  change_payment: ['cancel'],
};
const OFFERED = 2;

/** Of what serves nearly the same end, that which the shop's rules allow now. */
export function alternatives(action: string, order: Order, view: WriteView): Alternative[] {
  const said = orderPhrases(view.language);
  return (INSTEAD[action] ?? [])
    .filter((one) => checkPolicy(view.policy, one, order, view.now, view.language).allowed)
    .flatMap((one) => {
      const tool = WRITE_TOOLS.find(({ policy, action: act }) => policy === one && isCarriedOut(view.policy, act));
      const wish = tool && said.wish(one, order.id);
      return wish ? [{ ...wish, intent: intentOf(tool.action) }] : [];
    })
    .slice(0, OFFERED);
}
