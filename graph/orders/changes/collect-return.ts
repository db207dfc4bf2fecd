import { z } from 'zod';
import type { OrderItem } from '../../../stores/orders.ts';
import { checkPolicy } from '../../../tools/policy/check.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import type { Collected, Said } from './change.ts';
import { lineChoice, linesSaid, saysAll } from './lines-said.ts';
import { paymentsSaid } from './payment-said.ts';
import { countSaid } from './pieces-said.ts';
import { faultSaid } from './say-fault.ts';
import { openedSaid, usedSaid } from './say-opened.ts';

const SOME_OF_IT =
  /其中|里面的?[一两二三]?件|只退|退一件|一部分|\b(?:one of|some of|part of|only (?:one|some)|just (?:one|some))\b/i;
const knownSchema = z.object({
  items: z
    .array(z.object({ line: z.number(), quantity: z.number().optional() }))
    .optional()
    .catch(undefined),
  fault: z.boolean().optional().catch(undefined),
  opened: z.boolean().optional().catch(undefined),
  used: z.boolean().optional().catch(undefined),
  refundTo: z.string().optional().catch(undefined),
});

/** Which items go back, whether they are at fault where that matters, and where the refund goes if that was said. */
export function collectReturn({ request, askedSlot, order, view, known }: Said): Collected {
  const phrases = orderPhrases(view.language);
  const before = knownSchema.parse(known);
  const fault = faultSaid(request.text, askedSlot === 'fault') ?? before.fault;
  const opened = openedSaid(request.text) ?? before.opened;
  // "Just one of them": of the one line that is spoken of.
  const linesOrCounted = (lines: OrderItem[]): OrderItem[] => {
    if (lines.length > 0 || quantity === undefined) return lines;
    const spokenOf = before.items
      ? order.items.filter(({ line }) => before.items?.some((one) => one.line === line))
      : order.items;
    return spokenOf.length === 1 ? spokenOf : [];
  };
  const used = usedSaid(request.text) || before.used;
  const [method, ...others] = paymentsSaid(request.text, view.paymentMethods);
  const refundTo = method && others.length === 0 ? method.id : before.refundTo;
  const quantity = countSaid(request.text) ?? request.slots.quantity;
  const said = saysAll(request.text) ? [] : linesOrCounted(linesSaid(order, request, view, askedSlot === 'item'));
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
    ...(opened === undefined ? {} : { opened }),
    ...(used ? { used } : {}),
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
