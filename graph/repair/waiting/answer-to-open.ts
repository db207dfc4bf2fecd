import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue, OpenQuestion } from '../../dialogue.ts';
import { isChangeSlot } from '../../orders/changes/change.ts';
import { usedSaid } from '../../orders/changes/opened-said.ts';
import { saysKeep } from '../../orders/changes/pieces-said.ts';
import { isAnotherNumber, revises } from '../correcting/revises.ts';
import { readAs, refused, repairedAs, type Turn, type TurnReading } from '../turn.ts';
import { deedOf } from './assent.ts';
import { fillsSlot, pointsAt } from './fills-slot.ts';
import { ownDeed } from './own-deed.ts';
import type { Heard } from './settling.ts';

/** What a message of one request is to the question that is open; undefined where it goes its own way. */
export function readAnswerToOpen(turn: Turn, heard: Heard): TurnReading | undefined {
  const { single } = heard;
  if (!single || !turn.open) return undefined;
  const asked = turn.dialogue.open;
  return (
    revised(turn, heard, single) ??
    (asked && (deedInstead(turn, heard, single, asked) ?? whichOne(turn, heard, single, asked))) ??
    (asked && (asksTheRule(turn, heard, single, asked) ?? answered(turn, heard, single, asked))) ??
    notUnderstood(turn, heard, single)
  );
}

const COUNTS_AS = /算(?:不算|是|得?上)?.{0,6}[吗么？?]|算不算|\b(?:counts?|regarded|considered)\b.{0,4}\bas\b/i;

/** "Does that count as faulty?" asks for the rule, and answers nothing yet. */
const asksTheRule = (turn: Turn, { understanding }: Heard, single: UnderstoodRequest, asked: OpenQuestion) =>
  asked.askedSlot === 'fault' && COUNTS_AS.test(turn.told)
    ? readAs(turn, {
        ...understanding,
        requests: [
          {
            ...single,
            intent: asked.intent === 'return_request' ? 'return_policy' : 'exchange_policy',
            route: 'knowledge',
          },
        ],
      })
    : undefined;

/** The message as one order request, with the dialogue as it is then. */
const asOrder = (turn: Turn, { understanding }: Heard, request: UnderstoodRequest, dialogue: Partial<Dialogue>) =>
  readAs(
    turn,
    { ...understanding, requests: [{ ...request, route: 'order' }] },
    { dialogue: { ...turn.dialogue, ...dialogue } },
  );

/** "Only the bowl", the title of the invoice: the change that was put is put again as it is meant. */
function revised(turn: Turn, heard: Heard, single: UnderstoodRequest): TurnReading | undefined {
  const { pending, open, dialogue, voice } = turn;
  if (!pending || !open || !revises(single, pending.action, dialogue, voice.language)) return undefined;
  const { intent } = open;
  // Of the order that was put, whatever other order holds what is named.
  const ofIt = single.slots.orderIds.length === 0 && dialogue.draft ? { orderIds: [dialogue.draft.orderId] } : {};
  // "Keep the scale" of an order that is to be cancelled: all but that.
  const keeps = pending.action === 'cancel_order' && saysKeep(single.text);
  const again = asOrder(
    turn,
    heard,
    { ...single, intent, text: keeps ? withDeed(single.text) : single.text, slots: { ...single.slots, ...ofIt } },
    {
      ...(pending.action === 'change_address' ? { askedSlot: 'address' } : {}),
      ...(pending.action === 'change_items' && isAnotherNumber(single.text) ? { askedSlot: 'quantity' } : {}),
      focusOrderIds: dialogue.draft ? [dialogue.draft.orderId] : [],
    },
  );
  // Goods that were used may not go back, and what is kept is not cancelled: what was put of them is off.
  return keeps || usedSaid(single.text) ? { ...again, settlement: { ...refused(pending), andThen: true } } : again;
}

const withDeed = (text: string): string => `${/\p{Script=Han}/u.test(text) ? '取消，' : 'cancel, '}${text}`;

/** Another deed answers nothing that was asked for the one before. */
const ANEW = { open: null, draft: null, askedSlot: undefined };

const namesThing = ({ slots }: UnderstoodRequest): boolean =>
  slots.orderIds.length + slots.products.length + slots.categories.length > 0;

/** A no to the detail that is asked for, or another deed in the place of the one that asks for it. */
function deedInstead(
  turn: Turn,
  heard: Heard,
  single: UnderstoodRequest,
  asked: OpenQuestion,
): TurnReading | undefined {
  // "No" to which one, to how many: none.
  if (asked.askedSlot !== undefined && asked.askedSlot !== 'fault' && single.intent === 'deny')
    return repairedAs(turn, 'cancel', 'order');
  // "No, just send it back" while a detail of something else is asked for.
  const deed = isChangeSlot(asked.askedSlot) ? deedOf(turn.told) : undefined;
  if (deed && deed !== asked.intent)
    return asOrder(turn, heard, { ...single, intent: deed }, { ...ANEW, focusOrderIds: asked.orderIds });
  const own = ownDeed(single, asked);
  return own && asOrder(turn, heard, own, { ...ANEW, focusOrderIds: namesThing(own) ? [] : asked.orderIds });
}

/** A plain yes to "which one?": the one number that was offered; of several it names none. */
function whichOne(turn: Turn, heard: Heard, single: UnderstoodRequest, asked: OpenQuestion): TurnReading | undefined {
  const [only, ...choices] = asked.choices;
  if (asked.askedSlot === 'variant' && heard.answer === 'yes' && only !== undefined && choices.length === 0) {
    const chosen = { ...single, text: only, intent: asked.intent, slots: { ...single.slots, answer: undefined } };
    return asOrder(turn, heard, chosen, { askedSlot: 'variant', focusOrderIds: asked.orderIds });
  }
  if (asked.askedSlot !== 'orderId' || heard.answer !== 'yes') return undefined;
  const [offered, ...others] = asked.orderIds;
  if (offered && others.length === 0) {
    const slots = { ...single.slots, orderIds: [offered] };
    return asOrder(turn, heard, { ...single, intent: asked.intent, slots }, {});
  }
  return offered && single.route === 'smalltalk' ? repairedAs(turn, 'silence', 'order') : undefined;
}

function answers({ text, dialogue }: Turn, single: UnderstoodRequest, asked: OpenQuestion): boolean {
  const ofChange = isChangeSlot(asked.askedSlot);
  if (ofChange && asked.askedSlot !== undefined && asked.choices.includes(text.trim())) return true;
  const mayAnswer = dialogue.askedSlot === undefined || ofChange || single.intent !== asked.intent;
  const chats = single.route === 'smalltalk' && single.slots.answer === undefined && ofChange;
  return mayAnswer && single.route !== 'escalate' && !chats && fillsSlot(asked.askedSlot, single);
}

function answered(turn: Turn, heard: Heard, single: UnderstoodRequest, asked: OpenQuestion): TurnReading | undefined {
  if (!answers(turn, single, asked)) return undefined;
  const { intent, orderIds, askedSlot } = asked;
  // A product named in the answer is one of the order asked about, whatever other orders hold it too.
  const ofOne = orderIds.length === 1 && isChangeSlot(askedSlot) && single.slots.orderIds.length === 0;
  const slots = ofOne ? { ...single.slots, orderIds } : single.slots;
  return asOrder(turn, heard, { ...single, slots, intent }, { askedSlot, focusOrderIds: orderIds });
}

function notUnderstood(turn: Turn, heard: Heard, single: UnderstoodRequest): TurnReading | undefined {
  const { pending, open } = turn;
  if (single.route !== 'clarify') return undefined;
  // Pointing at something else while a change waits corrects it: "驮包那个".
  if (pending && open && pointsAt(single)) {
    const meant = asOrder(turn, heard, { ...single, intent: open.intent }, { focusOrderIds: [] });
    return { ...meant, settlement: { ...refused(pending), andThen: true } };
  }
  // What makes no sense of its own while something is open: the open question is put again.
  return repairedAs(turn, 'silence', 'order');
}
