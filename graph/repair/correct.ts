import { z } from 'zod';
import { type DialogueContext, slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import type { Dialogue } from '../dialogue.ts';
import { isSameWish, isSwap } from '../orders/changes/change.ts';
import { intentOf, isChangeIntent } from '../orders/changes/change-intents.ts';
import { correctedAddress } from './corrected-address.ts';
import type { Correction } from './correction.ts';
import { fillsSlot, isShort, pointsAt } from './fills-slot.ts';
import { saysDeed } from './own-deed.ts';
import { revises } from './revises.ts';
import type { Pending, TurnReading, Understand } from './turn.ts';

/** Takes a correction for what it is: the same wish for something else, unless it names a wish of its own. */
export async function correct(input: {
  correction: Correction;
  dialogue: Dialogue;
  open: { intent: string; orderIds: string[] } | undefined;
  pending: Pending | null;
  context: DialogueContext;
  understand: Understand;
}): Promise<TurnReading> {
  const { correction, dialogue, open, pending, context, understand } = input;
  const intent = open?.intent ?? dialogue.lastIntent;
  const ofOrders = open !== undefined || dialogue.lastRoute === 'order';
  const said = await understand(correction.rest, {
    ...context,
    ...(intent ? { lastIntent: intent } : {}),
    ...(ofOrders ? { lastRoute: 'order' as const, askedSlot: 'orderId' } : {}),
    pendingConfirmation: false,
    offeredHuman: false,
  });
  const settlement = pending ? { confirmationId: pending.id, approve: false, andThen: true } : null;
  const [first] = said.requests;
  const asked = dialogue.lastQuestion;
  if (first && asked && intent && !ofOrders && said.requests.length === 1 && dialogue.lastRoute === 'knowledge') {
    const again = askedOf(first, correction.rest);
    if (again)
      return {
        understanding: {
          ...said,
          requests: [{ ...first, ...again, intent, route: 'knowledge', text: `${asked} ${correction.rest}` }],
        },
        settlement: null,
        dialogue,
      };
  }
  if (!first || !intent || !ofOrders || said.requests.length > 1)
    return { understanding: said, settlement: null, dialogue };

  const anew = (request: UnderstoodRequest, changed: Partial<Dialogue> = {}): TurnReading => ({
    understanding: { ...said, requests: [{ ...request, intent, route: 'order' }] },
    settlement,
    dialogue: { ...dialogue, ...changed },
  });
  if (correction.other) {
    const others = dialogue.shownOrderIds.filter((id) => !dialogue.focusOrderIds.includes(id));
    return others.length === 1
      ? anew({ ...first, slots: { ...first.slots, orderIds: others } })
      : anew(first, { focusOrderIds: others });
  }
  const [only, ...more] = dialogue.draft ? [dialogue.draft.orderId] : dialogue.focusOrderIds;
  // "No, exchange it instead" puts another change in the place of the one that waits.
  if (
    pending &&
    first.route === 'order' &&
    isChangeIntent(first.intent) &&
    // "I meant the curtains" names a thing, and no deed, whatever it sounds like.
    (!pointsAt(first) || saysDeed(correction.rest, first.intent)) &&
    !isSameWish(first.intent, intentOf(pending.action))
  )
    return {
      understanding: said,
      settlement,
      dialogue: { ...dialogue, draft: null, open: null, focusOrderIds: only === undefined ? [] : [only] },
    };
  // "No, the black one" names the variant that is wished for; just after a change it takes that one's place.
  const swapping = isSwap(intent) && more.length === 0 && (open === undefined || dialogue.draft !== null);
  if (
    swapping &&
    only !== undefined &&
    first.route !== 'escalate' &&
    isShort(correction.rest) &&
    first.slots.orderIds.length === 0
  )
    return anew(first, { askedSlot: 'variant', focusOrderIds: [only], draft: withoutWishes(dialogue.draft) });
  const street = intent === 'change_address' ? correctedAddress(dialogue.draft?.args, correction) : undefined;
  if (street !== undefined && only !== undefined)
    return anew(
      { ...first, text: street, slots: slotsSchema.parse({}) },
      { askedSlot: 'address', focusOrderIds: [only] },
    );
  if (intent === 'change_address' && fillsSlot('address', first))
    return anew(first, { askedSlot: 'address', draft: null, focusOrderIds: only === undefined ? [] : [only] });
  // "No, only the lamp": of the order that is to be cancelled.
  const ofThat = pending?.action === 'cancel_order' && ONLY.test(correction.rest) && namesGoods(first);
  if (ofThat && only !== undefined) return anew(first, { focusOrderIds: [only], draft: null });
  // "No wait, make it out to …": more of the change that waits.
  if (pending && only !== undefined && revises(first, pending.action, dialogue, said.language))
    return { ...anew(first, { focusOrderIds: [only] }), settlement: null };
  const own = first.route === 'order' && first.intent !== intent && !isShort(correction.rest);
  if (!own && pointsAt(first)) return anew(first, { focusOrderIds: [] });
  return { understanding: said, settlement: null, dialogue };
}

const ONLY = /^(?:only|just)\b|^[只就]/i;
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
  const names = request.slots.products.length + request.slots.categories.length > 0;
  return names && request.route !== 'escalate' && isShort(rest) && !OWN_QUESTION.test(rest)
    ? { isQuestion: true }
    : undefined;
}
