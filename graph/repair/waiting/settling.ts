import type { Understanding, UnderstoodRequest } from '../../../understanding/types.ts';
import type { WaitingWish } from '../../dialogue.ts';
import { isChangeSlot, isSameWish } from '../../orders/changes/change.ts';
import { intentOf } from '../../orders/changes/change-intents.ts';
import { type Pending, readAs, repairedAs, type Turn, type TurnReading } from '../turn.ts';
import { deedOf } from './assent.ts';
import { confirms, isNod, wantsItDone } from './nod.ts';
import { taken } from './up-next.ts';

/** A message as what it asks of the shop. */
export interface Heard {
  understanding: Understanding;
  /** Its request, where it has no other, those included that wait behind it. */
  single: UnderstoodRequest | undefined;
  answer: 'yes' | 'no' | undefined;
}

/** What a yes or no does to the change that waits, and to what comes after it; undefined where it is none. */
export async function readSettling(turn: Turn, heard: Heard): Promise<TurnReading | undefined> {
  const { told, dialogue, pending, open } = turn;
  const { understanding, single, answer } = heard;
  // The question that was put last is what a plain yes or no belongs to.
  const asksElse = dialogue.open?.askedSlot !== undefined;
  // After talk of something else a yes may be to that: the change is put again.
  const unsure = asksElse
    ? !isOfOrder(dialogue.open?.askedSlot)
    : (dialogue.open?.put === false && !confirms(told)) || namesOtherDeed(told, pending);
  if (pending && answer === 'yes' && unsure) return repairedAs(turn, 'repeat', 'order');
  const settlement = pending && answer && !asksElse ? { confirmationId: pending.id, approve: answer === 'yes' } : null;
  const [next, ...later] = single ? inRow(turn) : [];
  if (next && (settlement || (answer === 'yes' && !open && !dialogue.offeredHuman)))
    return begin(turn, next, later, settlement);
  if (settlement) return readAs(turn, understanding, { settlement });
  // A word that confirms or starts a deed, where nothing waits for it, must not sound as if something had been done.
  if (single && !open && answer === 'yes' && wantsItDone(told) && !dialogue.offeredHuman)
    return repairedAs(turn, 'cancel', 'smalltalk');
  return undefined;
}

/** "Yes, cancel it" where a return waits. */
function namesOtherDeed(told: string, pending: Pending | null): boolean {
  const deed = deedOf(told);
  return pending !== null && deed !== undefined && !isSameWish(deed, intentOf(pending.action));
}

const isOfOrder = (slot: string | undefined): boolean => slot === 'orderId' || slot === 'address' || isChangeSlot(slot);

/** What was offered instead of what can't be done stands before what waits behind it. */
const inRow = ({ told, dialogue, open }: Turn): WaitingWish[] =>
  dialogue.offer && !open && !isNod(told) ? [dialogue.offer, ...dialogue.upNext] : dialogue.upNext;

/** The next wish in the row is worked on, in the words in which it was said. */
async function begin(
  turn: Turn,
  next: WaitingWish,
  later: WaitingWish[],
  settlement: TurnReading['settlement'],
): Promise<TurnReading> {
  const read = await turn.understand(next.text, { ...turn.context, pendingConfirmation: false, offeredHuman: false });
  const focus = next.orderIds.length > 0 ? { focusOrderIds: next.orderIds } : {};
  return readAs(
    turn,
    { ...read, requests: read.requests.slice(0, 1).map((one) => taken(next, one)) },
    {
      settlement: settlement && { ...settlement, andThen: true },
      dialogue: { ...turn.dialogue, ...focus, open: null, draft: null, upNext: later },
    },
  );
}
