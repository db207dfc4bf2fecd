import { z } from 'zod';
import type { OrderItem } from '../../../stores/orders.ts';
import { anyOf } from '../../../text/any-of.ts';
import { checkPolicy } from '../../../tools/policy/check.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import type { Collected, Said } from './change.ts';
import { isOneOfAlike, lineChoice, linesSaid, saysAll, saysSeveral } from './lines-said.ts';
import { paymentsSaid } from './payment-said.ts';
import { countSaid, saysKeep } from './pieces-said.ts';
import { faultSaid } from './say-fault.ts';
import { openedSaid, usedSaid } from './say-opened.ts';

/** A part of the order: some of it, or "the blue one". */
const SOME_OF_IT = anyOf(
  /其中|里面的?[一两二三]?件|只退|退一件|一部分|色的|[这那][一]?[件个条双本只支](?![订单笔])/i,
  /\b(?:one of|some of|part of|only (?:one|some)|just (?:one|some)|the [a-z]{2,12}(?: [a-z]{2,12})? ones?(?! order))\b/i,
);
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
  const named = linesSaid(order, request, view, askedSlot === 'item');
  const all = saysAll(request.text, named);
  // "All" of the two alike that were asked about.
  const ofAlike = askedSlot === 'item' && before.items !== undefined;
  // "No, keep the mugs": of what was to go back the rest.
  const kept = saysKeep(request.text) ? named : [];
  const left =
    kept.length > 0 ? (before.items?.filter(({ line }) => !kept.some((one) => one.line === line)) ?? []) : [];
  const said = all || left.length > 0 ? [] : linesOrCounted(named);
  const items =
    said.length > 0 && (said.length < order.items.length || quantity !== undefined)
      ? said.map((item) => ({
          line: item.line,
          ...(quantity !== undefined && quantity < item.quantity ? { quantity } : {}),
        }))
      : all && !ofAlike
        ? undefined
        : left.length > 0
          ? left
          : before.items;
  const args = {
    ...(items ? { items } : {}),
    ...(fault === undefined ? {} : { fault }),
    ...(opened === undefined ? {} : { opened }),
    ...(used ? { used } : {}),
    ...(refundTo === undefined ? {} : { refundTo }),
  };
  const alike = isOneOfAlike(said, request.text);
  const answered = all || said.length > 0 || left.length > 0 || (ofAlike && saysSeveral(request.text));
  const unclear = askedSlot === 'item' ? !answered || !(items || all) : !items && !all && SOME_OF_IT.test(request.text);
  const some = order.items.length > 1 && unclear;
  if (alike || some)
    return {
      ask: phrases.whichItemToReturn(order.id),
      slot: 'item',
      choices: [...(alike ? said : order.items).map((item) => lineChoice(item, view)), phrases.allItems],
      known: alike ? { ...args, items: said.map(({ line }) => ({ line })) } : args,
    };
  const allowed = (faulty: boolean | undefined) =>
    checkPolicy(view.policy, 'return', order, view.now, view.language, { fault: faulty });
  if (fault === undefined && !allowed(false).allowed && allowed(true).allowed)
    return { ask: phrases.isItFaulty, slot: 'fault', choices: [phrases.faulty, phrases.notFaulty], known: args };
  return { args };
}
