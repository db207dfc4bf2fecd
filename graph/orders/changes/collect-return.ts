import { z } from 'zod';
import type { OrderItem } from '../../../stores/orders.ts';
import { anyOf } from '../../../text/any-of.ts';
import { checkPolicy } from '../../../tools/policy/check.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import type { Collected, Said } from './change.ts';
import { faultSaid } from './fault-said.ts';
import { isOneOfAlike, lineChoice, linesKept, linesSaid, saysAll, saysSeveral } from './lines-said.ts';
import { openedSaid, usedSaid } from './opened-said.ts';
import { paymentsSaid } from './payment-said.ts';
import { countSaid, piecesOf } from './pieces-said.ts';
import { saysAlso } from './says-also.ts';

/** A part of the order: some of it, or "the blue one". */
const SOME_OF_IT = anyOf(
  /其中|里面的?[一两二三]?件|只退|退一件|一部分|色的|[这那][一]?[件个条双本只支](?![订单笔])/i,
  /\b(?:one of|some of|part of|only (?:one|some)|just (?:the )?(?:one|some))\b/i,
  /\b(?:(?:that|this) one(?! order)|the [a-z]{2,12}(?: [a-z]{2,12})? ones?(?! order))\b/i,
);
const knownSchema = z.object({
  items: z
    .array(z.object({ line: z.number(), quantity: z.number().optional() }))
    .optional()
    .catch(undefined),
  /** How many go back of the line that is asked for. */
  pieces: z.number().optional().catch(undefined),
  fault: z.boolean().optional().catch(undefined),
  opened: z.boolean().optional().catch(undefined),
  used: z.boolean().optional().catch(undefined),
  refundTo: z.string().optional().catch(undefined),
});

type Known = z.output<typeof knownSchema>;

interface Returned {
  /** Undefined: the whole order. */
  items: Known['items'];
  /** What to choose from where it is not clear which is meant. */
  ask: readonly OrderItem[] | undefined;
  /** How many were said, where it is asked of what. */
  pieces?: number | undefined;
}

/** The lines that go back, of those that are named, counted, kept or were put before. */
function returnedLines({ request, askedSlot, order, view, adds }: Said, before: Known): Returned {
  const { text } = request;
  const quantity = countSaid(text) ?? request.slots.quantity ?? (askedSlot === 'item' ? before.pieces : undefined);
  const named = linesSaid(order, request, view, askedSlot === 'item');
  const spokenOf = before.items ? order.items.filter((item) => isAmong(item, before.items)) : order.items;
  // "No, keep the mugs": of what was to go back, or of the order, the rest.
  const kept = linesKept(order, request, view);
  const left = (before.items ?? order.items.map(({ line }) => ({ line }))).filter((one) => !isAmong(one, kept));
  if (kept.length > 0)
    return left.length > 0 ? { items: left, ask: undefined } : { items: undefined, ask: order.items };
  // "All", "both" of the two alike that were asked about are not the whole order.
  const ofAlike = askedSlot === 'item' && before.items !== undefined;
  const all = saysAll(text, named);
  if (all) return { items: ofAlike ? before.items : undefined, ask: undefined };
  // "Just one of them": of the one line that is spoken of.
  const counted = quantity !== undefined && spokenOf.length === 1 ? spokenOf : [];
  const said = named.length > 0 ? named : counted;
  if (isOneOfAlike(said, text)) return { items: said.map(({ line }) => ({ line })), ask: said };
  const whole = said.length === order.items.length && quantity === undefined;
  const now = said.map((item) => piecesOf(item, quantity));
  const already = adds ? (before.items ?? []).filter((one) => !isAmong(one, now)) : [];
  const beside = adds === true && before.items === undefined && saysAlso(normaliseText(text));
  const items = said.length === 0 || whole || beside ? before.items : [...already, ...now];
  const answered = said.length > 0 || (ofAlike && saysSeveral(text));
  const unclear = askedSlot === 'item' ? !answered : !items && !whole && SOME_OF_IT.test(text);
  return unclear && order.items.length > 1 ? { items, ask: order.items, pieces: quantity } : { items, ask: undefined };
}

const isAmong = ({ line }: { line: number }, lines: ReadonlyArray<{ line: number }> = []): boolean =>
  lines.some((one) => one.line === line);

/** Which items go back, whether they are at fault where that matters, and where the refund goes if that was said. */
export function collectReturn(asked: Said): Collected {
  const { request, askedSlot, order, view, known } = asked;
  const phrases = orderPhrases(view.language);
  const before = knownSchema.parse(known);
  const fault = faultSaid(request.text, askedSlot === 'fault') ?? before.fault;
  const opened = openedSaid(request.text) ?? before.opened;
  const used = usedSaid(request.text) || before.used;
  const [method, ...others] = paymentsSaid(request.text, view.paymentMethods);
  const refundTo = method && others.length === 0 ? method.id : before.refundTo;
  const { items, ask, pieces } = returnedLines(asked, before);
  const args = {
    ...(items ? { items } : {}),
    ...(fault === undefined ? {} : { fault }),
    ...(opened === undefined ? {} : { opened }),
    ...(used ? { used } : {}),
    ...(refundTo === undefined ? {} : { refundTo }),
  };
  if (ask)
    return {
      ask: phrases.whichItemToReturn(order.id),
      slot: 'item',
      choices: [...ask.map((item) => lineChoice(item, view)), phrases.allItems],
      known: { ...args, ...(pieces === undefined ? {} : { pieces }) },
    };
  const allowed = (faulty: boolean | undefined) =>
    checkPolicy(view.policy, 'return', order, view.now, view.language, { fault: faulty });
  if (fault === undefined && !allowed(false).allowed && allowed(true).allowed)
    return { ask: phrases.isItFaulty, slot: 'fault', choices: [phrases.faulty, phrases.notFaulty], known: args };
  return { args };
}
