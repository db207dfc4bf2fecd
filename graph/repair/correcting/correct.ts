import { z } from 'zod';
import {
  type DialogueContext,
  slotsSchema,
  type Understanding,
  type UnderstoodRequest,
} from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';
import { isSameWish, isSwap } from '../../orders/changes/change.ts';
import { intentOf, isChangeIntent } from '../../orders/changes/change-intents.ts';
import type { Pending, TurnReading, Understand } from '../turn.ts';
import { fillsSlot, isShort, pointsAt } from '../waiting/fills-slot.ts';
import { saysDeed } from '../waiting/own-deed.ts';
import { correctedAddress } from './corrected-address.ts';
import type { Correction } from './correction.ts';
import { revises } from './revises.ts';

interface Input {
  correction: Correction;
  dialogue: Dialogue;
  open: { intent: string; orderIds: string[] } | undefined;
  pending: Pending | null;
  context: DialogueContext;
  understand: Understand;
}

/** A correction of what was asked of an order, as it was understood. */
interface OfOrder extends Pick<Input, 'correction' | 'dialogue' | 'open' | 'pending'> {
  said: Understanding;
  /** The one request that the correction makes. */
  first: UnderstoodRequest;
  /** What was asked of the order before. */
  intent: string;
  /** The order that is talked about. */
  orderId: string | undefined;
  /** No other order is in view. */
  alone: boolean;
  /** What becomes of the change that waits for a yes. */
  settlement: TurnReading['settlement'];
}

/** Reads one kind of correction; undefined: it is none of this kind. */
type Reader = (of: OfOrder) => TurnReading | undefined;

/** Tried in their order. */
const READERS: readonly Reader[] = [
  theOtherOrder,
  anotherDeed,
  anotherVariant,
  anotherAddress,
  fewerGoods,
  moreOfTheSame,
  anotherThing,
];

/** Takes a correction for what it is: the same wish for something else, unless it names a wish of its own. */
export async function correct(input: Input): Promise<TurnReading> {
  const { correction, dialogue, open, pending } = input;
  const intent = open?.intent ?? dialogue.lastIntent;
  const ofOrders = open !== undefined || dialogue.lastRoute === 'order';
  const said = await understandRest(input, intent, ofOrders);
  const asSaid: TurnReading = { understanding: said, settlement: null, dialogue };
  const [first, ...others] = said.requests;
  if (!first || !intent || others.length > 0) return asSaid;
  if (!ofOrders) return lastQuestionOf({ correction, dialogue, said, first, intent }) ?? asSaid;
  const [only, ...more] = dialogue.draft ? [dialogue.draft.orderId] : dialogue.focusOrderIds;
  const of: OfOrder = {
    correction,
    dialogue,
    open,
    pending,
    said,
    first,
    intent,
    orderId: only,
    alone: more.length === 0,
    settlement: pending ? { confirmationId: pending.id, approve: false, andThen: true } : null,
  };
  for (const read of READERS) {
    const reading = read(of);
    if (reading) return reading;
  }
  return asSaid;
}

/** What stands after the refusal, read as if it answered what was talked about. */
const understandRest = ({ correction, context, understand }: Input, intent: string | undefined, ofOrders: boolean) =>
  understand(correction.rest, {
    ...context,
    ...(intent ? { lastIntent: intent } : {}),
    ...(ofOrders ? { lastRoute: 'order' as const, askedSlot: 'orderId' } : {}),
    pendingConfirmation: false,
    offeredHuman: false,
  });

/** The last question again, of what the correction names. */
function lastQuestionOf({
  correction,
  dialogue,
  said,
  first,
  intent,
}: Pick<OfOrder, 'correction' | 'dialogue' | 'said' | 'first' | 'intent'>): TurnReading | undefined {
  const asked = dialogue.lastQuestion;
  const again = asked && dialogue.lastRoute === 'knowledge' ? askedOf(first, correction.rest) : undefined;
  if (!again) return undefined;
  const text = `${asked} ${correction.rest}`;
  const request: UnderstoodRequest = { ...first, ...again, intent, route: 'knowledge', text };
  return { understanding: { ...said, requests: [request] }, settlement: null, dialogue };
}

/** The same wish anew, of what the request names now. */
const anew = (of: OfOrder, request: UnderstoodRequest, changed: Partial<Dialogue> = {}): TurnReading => ({
  understanding: { ...of.said, requests: [{ ...request, intent: of.intent, route: 'order' }] },
  settlement: of.settlement,
  dialogue: { ...of.dialogue, ...changed },
});

const inView = ({ orderId }: OfOrder): string[] => (orderId === undefined ? [] : [orderId]);

/** "The other one": of those that were shown. */
function theOtherOrder(of: OfOrder): TurnReading | undefined {
  const { correction, dialogue, first } = of;
  if (!correction.other) return undefined;
  const others = dialogue.shownOrderIds.filter((id) => !dialogue.focusOrderIds.includes(id));
  return others.length === 1
    ? anew(of, { ...first, slots: { ...first.slots, orderIds: others } })
    : anew(of, first, { focusOrderIds: others });
}

/** "No, exchange it instead" puts another change in the place of the one that waits. */
function anotherDeed(of: OfOrder): TurnReading | undefined {
  const { pending, first, correction, said, settlement, dialogue } = of;
  if (!pending || first.route !== 'order' || !isChangeIntent(first.intent)) return undefined;
  // "I meant the curtains" names a thing, and no deed, whatever it sounds like.
  if (pointsAt(first) && !saysDeed(correction.rest, first.intent)) return undefined;
  if (isSameWish(first.intent, intentOf(pending.action))) return undefined;
  return {
    understanding: said,
    settlement,
    dialogue: { ...dialogue, draft: null, open: null, focusOrderIds: inView(of) },
  };
}

/** "No, the black one" names the variant that is wished for; just after a change it takes that one's place. */
function anotherVariant(of: OfOrder): TurnReading | undefined {
  const { intent, alone, open, dialogue, orderId, first, correction } = of;
  const swapping = isSwap(intent) && alone && (open === undefined || dialogue.draft !== null);
  if (!swapping || orderId === undefined || first.route === 'escalate') return undefined;
  if (!isShort(correction.rest) || first.slots.orderIds.length > 0) return undefined;
  return anew(of, first, { askedSlot: 'variant', focusOrderIds: [orderId], draft: withoutWishes(dialogue.draft) });
}

function anotherAddress(of: OfOrder): TurnReading | undefined {
  const { intent, dialogue, correction, first, orderId } = of;
  if (intent !== 'change_address') return undefined;
  const street = correctedAddress(dialogue.draft?.args, correction);
  if (street !== undefined && orderId !== undefined)
    return anew(
      of,
      { ...first, text: street, slots: slotsSchema.parse({}) },
      { askedSlot: 'address', focusOrderIds: [orderId] },
    );
  return fillsSlot('address', first)
    ? anew(of, first, { askedSlot: 'address', draft: null, focusOrderIds: inView(of) })
    : undefined;
}

const ONLY = /^(?:only|just)\b|^[只就]/i;

/** "No, only the lamp": of the order that is to be cancelled. */
function fewerGoods(of: OfOrder): TurnReading | undefined {
  const { pending, correction, first, orderId } = of;
  const ofThat = pending?.action === 'cancel_order' && ONLY.test(correction.rest) && namesGoods(first);
  return ofThat && orderId !== undefined ? anew(of, first, { focusOrderIds: [orderId], draft: null }) : undefined;
}

/** "No wait, make it out to …": more of the change that waits. */
function moreOfTheSame(of: OfOrder): TurnReading | undefined {
  const { pending, orderId, first, dialogue, said } = of;
  return pending && orderId !== undefined && revises(first, pending.action, dialogue, said.language)
    ? { ...anew(of, first, { focusOrderIds: [orderId] }), settlement: null }
    : undefined;
}

/** The same wish, of a thing or an order that is named; a wish of its own stands as it was said. */
function anotherThing(of: OfOrder): TurnReading | undefined {
  const { first, intent, correction } = of;
  const own = first.route === 'order' && first.intent !== intent && !isShort(correction.rest);
  return !own && pointsAt(first) ? anew(of, first, { focusOrderIds: [] }) : undefined;
}

const namesGoods = ({ slots }: UnderstoodRequest): boolean => slots.products.length + slots.categories.length > 0;

const linesSchema = z.array(z.object({ line: z.number() }));

/** The line stays that is talked about; what it was to become is what the customer corrects. */
function withoutWishes(draft: Dialogue['draft']): Dialogue['draft'] {
  const read = linesSchema.safeParse(draft?.args.items);
  return draft && read.success ? { ...draft, args: { ...draft.args, items: read.data.slice(-1) } } : draft;
}

const OWN_QUESTION = /[?？]|吗|多少|几|怎么|什么|\b(?:how|what|when|where|which|does|is|are|can|do)\b/i;

/** "I meant the gravel bike": the last question again, of what is named; nothing where it asks something of its own. */
function askedOf(request: UnderstoodRequest, rest: string): Pick<UnderstoodRequest, 'isQuestion'> | undefined {
  return namesGoods(request) && request.route !== 'escalate' && isShort(rest) && !OWN_QUESTION.test(rest)
    ? { isQuestion: true }
    : undefined;
}
