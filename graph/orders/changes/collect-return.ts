import { z } from 'zod';
import { checkPolicy } from '../../../tools/policy/check.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import type { Collected, Said } from './change.ts';
import { lineChoice, linesSaid, saysAll } from './lines-said.ts';
import { paymentsSaid } from './payment-said.ts';
import { faultSaid } from './say-fault.ts';

const SOME_OF_IT =
  /其中|里面的?[一两二三]?件|只退|退一件|一部分|\b(?:one of|some of|part of|only (?:one|some)|just (?:one|some))\b/i;
const knownSchema = z.object({
  items: z
    .array(z.object({ line: z.number(), quantity: z.number().optional() }))
    .optional()
    .catch(undefined),
  fault: z.boolean().optional().catch(undefined),
  refundTo: z.string().optional().catch(undefined),
});

/** Which items go back, whether they are at fault where that matters, and where the refund goes if that was said. */
export function collectReturn({ request, askedSlot, order, view, known }: Said): Collected {
  const phrases = orderPhrases(view.language);
  const before = knownSchema.parse(known);
  const fault = faultSaid(request.text, askedSlot === 'fault') ?? before.fault;
  const [method, ...others] = paymentsSaid(request.text, view.paymentMethods);
  const refundTo = method && others.length === 0 ? method.id : before.refundTo;
  const said = saysAll(request.text) ? [] : linesSaid(order, request, view, askedSlot === 'item');
  const quantity = request.slots.quantity;
  const items =
    said.length > 0 && (said.length < order.items.length || quantity !== undefined)
      ? said.map((item) => ({
          line: item.line,
          ...(quantity !== undefined && quantity < item.quantity ? { quantity } : {}),
        }))
      : saysAll(request.text)
        ? undefined
        : before.items;
  const args = {
    ...(items ? { items } : {}),
    ...(fault === undefined ? {} : { fault }),
    ...(refundTo === undefined ? {} : { refundTo }),
  };
  if (!items && order.items.length > 1 && SOME_OF_IT.test(request.text) && askedSlot !== 'item')
    return {
      ask: phrases.whichItemToReturn(order.id),
      slot: 'item',
      choices: [...order.items.map((item) => lineChoice(item, view)), phrases.allItems],
      known: args,
    };
  const allowed = (faulty: boolean | undefined) =>
    checkPolicy(view.policy, 'return', order, view.now, view.language, { fault: faulty });
  if (fault === undefined && !allowed(false).allowed && allowed(true).allowed)
    return { ask: phrases.isItFaulty, slot: 'fault', choices: [phrases.faulty, phrases.notFaulty], known: args };
  return { args };
}
