import { normaliseText } from '../../understanding/normalise.ts';
import { findAnswer } from '../../understanding/slots/answer.ts';
import type { Route, Understanding } from '../../understanding/types.ts';
import type { Dialogue } from '../dialogue.ts';
import { saysKeep } from '../orders/changes/pieces-said.ts';
import { asksMoneyBack } from './asks-money-back.ts';
import { correct } from './correct.ts';
import { readCorrection, refusesPerson } from './correction.ts';
import { inView } from './in-view.ts';
import { narrow } from './narrow.ts';
import { type Repair, readRepair } from './read-repair.ts';
import { tellsCondition } from './tells-condition.ts';
import { readAs, refused, repairedAs, type Turn, type TurnReading } from './turn.ts';

/** What a message is where it speaks of the conversation itself; undefined where it does not. */
export async function readOfTheTalk(turn: Turn): Promise<TurnReading | undefined> {
  return repaired(turn) ?? (await withoutAPerson(turn)) ?? corrected(turn);
}

/** Again, simpler, never mind, hurry … */
function repaired(turn: Turn): TurnReading | undefined {
  const { text, told, dialogue, pending, open } = turn;
  // To the offer of a person "why not" says yes.
  if (dialogue.offeredHuman && /^\s*why not\W*$/i.test(text)) return undefined;
  const repair = readRepair(text, { question: open !== undefined, action: pending?.action });
  if (repair === 'cancel' && pending) return { ...repairedAs(turn, repair, 'order'), settlement: refused(pending) };
  // What is paid back and what state the goods are in stands in the question itself.
  if (!repair && pending && (asksMoneyBack(told, pending.action) || tellsCondition(told, pending.action)))
    return repairedAs(turn, 'repeat', 'order');
  // Impatience right after an order was told about is about that order.
  if (repair === 'hurry' && !open && dialogue.lastRoute === 'order' && dialogue.focusOrderIds.length > 0)
    return repairedAs(turn, repair, 'order', 'urge_delivery');
  return repair && repairedAs(turn, repair, routeOf(repair, dialogue, open !== undefined));
}

function routeOf(repair: Repair, { lastRoute }: Dialogue, open: boolean): Route {
  if (repair === 'abilities') return 'smalltalk';
  if (repair === 'cancel' || repair === 'skip') return open ? 'order' : 'smalltalk';
  if (open) return 'order';
  const nothingSaid = lastRoute === undefined || lastRoute === 'escalate';
  return repair === 'silence' || repair === 'hurry' || nothingSaid ? 'clarify' : lastRoute;
}

/** The person that was offered is not wanted; what else is said is answered. */
async function withoutAPerson(turn: Turn): Promise<TurnReading | undefined> {
  const refusal = refusesPerson(turn.text);
  if (!refusal) return undefined;
  const calm: Dialogue = { ...turn.dialogue, offeredHuman: false, refusedHuman: true };
  if (refusal.rest === '') return { ...repairedAs(turn, 'cancel', 'smalltalk'), dialogue: calm };
  const understood = notEscalated(await turn.understand(refusal.rest, { ...turn.context, offeredHuman: false }));
  const requests = understood.requests.map((one) => {
    const narrowed = narrow(one, turn.dialogue);
    return turn.open ? narrowed : inView(narrowed, turn.dialogue);
  });
  return readAs(turn, { ...understood, requests }, { dialogue: calm });
}

/** What looked like a call for a person is answered like anything else. */
const notEscalated = (understanding: Understanding): Understanding => ({
  ...understanding,
  requests: understanding.requests.map((request) =>
    request.route === 'escalate' ? { ...request, intent: 'unclear', route: 'clarify' } : request,
  ),
});

const isOfSeveral = ({ draft }: Dialogue): boolean => Array.isArray(draft?.args.items) && draft.args.items.length > 1;

/** "No, I meant …" */
async function corrected(turn: Turn): Promise<TurnReading | undefined> {
  const { dialogue, open, pending } = turn;
  const correction = readCorrection(turn.text);
  if (!correction) return undefined;
  // "No, leave the second one": of a change of several things the rest stays wished for.
  if (pending && !isOfSeveral(dialogue) && saysKeep(correction.rest))
    return { ...repairedAs(turn, 'cancel', 'order'), settlement: refused(pending) };
  // "Not that one, no": refused twice, and nothing put in its place.
  const refusedTwice = pending !== null && findAnswer(normaliseText(correction.rest)) === 'no';
  if (correction.rest === '' || refusedTwice || !(open || dialogue.lastRoute)) return undefined;
  const reading = await correct({ ...turn, correction });
  return readAs(turn, reading.understanding, reading);
}
