import { z } from 'zod';
import type { OrderItem } from '../../../stores/orders.ts';
import { anyOf } from '../../../text/any-of.ts';
import { checkPolicy } from '../../../tools/policy/check.ts';
import { parseNumber } from '../../../understanding/slots/numbers.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import type { Collected, Said } from './change.ts';
import { lineChoice, linesSaid, saysAll } from './lines-said.ts';
import { paymentsSaid } from './payment-said.ts';
import { faultSaid } from './say-fault.ts';
import { openedSaid, usedSaid } from './say-opened.ts';

const SOME_OF_IT =
  /其中|里面的?[一两二三]?件|只退|退一件|一部分|\b(?:one of|some of|part of|only (?:one|some)|just (?:one|some))\b/i;
/** How many of a line: "one" counts here, where one of several is meant. */
const COUNT = anyOf(
  /(?:只|就|仅|单|退|要)(?:要|想)?退?\s?([一两二三四五六七八九十\d]{1,3})(?:件|个|双|只|盒|条|罐|包|本|瓶|支|张|副|台|把)/iu,
  /(?:其中)([一两二三四五六七八九十\d]{1,3})(?:件|个|双|只|盒|条|罐|包|本|瓶|支|张|副|台|把)/iu,
  /\b(?:just|only|return|send back)\s+(?:the\s+)?(one|two|three|four|five|\d{1,3})\b/iu,
  /\b(one|two|three|four|five|\d{1,3}) (?:of (?:them|the|those|these|my)|(?:pair|pack|piece|set|box|bag|bottle)s?\b)/iu,
);
export const countSaid = (text: string): number | undefined => {
  const word = COUNT.exec(text.normalize('NFKC'))
    ?.slice(1)
    .find((one) => one !== undefined);
  return word === undefined ? undefined : parseNumber(word.toLowerCase());
};

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
