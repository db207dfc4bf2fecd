import { anyOf } from '../../text/any-of.ts';
import { wantsChange } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { isQuestion } from '../../understanding/question.ts';
import { findAnswer } from '../../understanding/slots/answer.ts';
import type { Route, Understanding, UnderstoodRequest } from '../../understanding/types.ts';
import type { Dialogue } from '../dialogue.ts';
import { saysKeep, takesOut } from '../orders/changes/pieces-said.ts';
import { asksBack } from './asks-back.ts';
import { asksMoneyBack } from './asks-money-back.ts';
import { correct } from './correcting/correct.ts';
import { readCorrection, refusesPerson } from './correcting/correction.ts';
import { inView } from './in-view.ts';
import { narrow } from './narrow.ts';
import { type Repair, readRepair } from './read-repair.ts';
import { tellsCondition } from './tells-condition.ts';
import { readAs, refused, repairedAs, type Turn, type TurnReading } from './turn.ts';

/** What a message is where it speaks of the conversation itself; undefined where it does not. */
export async function readOfTheTalk(turn: Turn): Promise<TurnReading | undefined> {
  return repaired(turn) ?? (await withoutAPerson(turn)) ?? (await refusedFirst(turn)) ?? corrected(turn);
}

const KEEPS = anyOf(
  /别动|不要动|别改|(?<!能|怎么|如何)(?:留着|保留)/,
  /\bleave\b.{1,32}\b(?:as (?:it is|they are|is)|alone)\b/,
  /\bkeep (?:the|my|that|it|both|them)\b(?!.*\b(?:at|until|till|for|in|with)\b)/,
);

const LONGEST_KEPT = 50;

/** "And leave the first one as it is", where nothing is being changed. */
const onlyKeeps = (told: string): boolean =>
  KEEPS.test(told) && told.length <= LONGEST_KEPT && !takesOut(told) && !wantsChange(told) && !isQuestion(told);

/** Again, simpler, never mind, hurry … */
function repaired(turn: Turn): TurnReading | undefined {
  const { text, told, dialogue, pending, open } = turn;
  // To the offer of a person "why not" says yes.
  if (dialogue.offeredHuman && /^\s*why not\W*$/i.test(text)) return undefined;
  const keeps = !open && dialogue.lastRoute === 'order' && onlyKeeps(told);
  const repair = keeps ? 'cancel' : readRepair(text, { question: open !== undefined, action: pending?.action });
  if (repair === 'cancel' && pending) return { ...repairedAs(turn, repair, 'order'), settlement: refused(pending) };
  if (open && dialogue.open?.askedSlot === 'address' && onlyKeeps(told)) return repairedAs(turn, 'silence', 'order');
  // What is paid back and what state the goods are in stands in the question itself.
  if (!repair && pending && (asksMoneyBack(told, pending.action) || tellsCondition(told, pending.action)))
    return repairedAs(turn, 'repeat', 'order');
  // Impatience right after an order was told about is about that order.
  if (repair === 'hurry' && !open && dialogue.lastRoute === 'order' && dialogue.focusOrderIds.length > 0)
    return repairedAs(
      turn,
      repair,
      'order',
      dialogue.lastIntent === 'refund_status' ? 'refund_status' : 'urge_delivery',
    );
  return repair && repairedAs(turn, repair, routeOf(repair, dialogue, open !== undefined));
}

/** "Leave it then, when does it arrive?", 算了不退了，查下快递: the change is given up, and the rest is asked. */
async function refusedFirst(turn: Turn): Promise<TurnReading | undefined> {
  const { text, pending, dialogue, context } = turn;
  const [, first = '', rest = ''] = FIRST_CLAUSE.exec(text.trim()) ?? [];
  if (!pending || dialogue.open?.askedSlot !== undefined || rest === '' || readCorrection(text)) return undefined;
  if (readRepair(first, { question: true, action: pending.action }) !== 'cancel') return undefined;
  const after = { ...dialogue, open: null, draft: null, upNext: [] };
  const understood = await turn.understand(rest, { ...context, pendingConfirmation: false, offeredHuman: false });
  const requests = understood.requests.map((one) => inView(narrow(one, after), after));
  // "Cancel that, found it cheaper": why it is given up asks nothing.
  if (requests.every(tellsOnly)) return { ...repairedAs(turn, 'cancel', 'order'), settlement: refused(pending) };
  const settlement = { ...refused(pending), andThen: true };
  return readAs(turn, { ...understood, requests }, { settlement, dialogue: after });
}

const tellsOnly = ({ route, isQuestion }: UnderstoodRequest): boolean =>
  !isQuestion && (route === 'knowledge' || route === 'clarify' || route === 'decline' || route === 'smalltalk');

function routeOf(repair: Repair, { lastRoute }: Dialogue, open: boolean): Route {
  if (repair === 'abilities' || repair === 'done') return 'smalltalk';
  if (repair === 'cancel' || repair === 'skip') return open ? 'order' : 'smalltalk';
  if (open) return 'order';
  const nothingSaid = lastRoute === undefined || lastRoute === 'escalate';
  return repair === 'silence' || repair === 'hurry' || nothingSaid ? 'clarify' : lastRoute;
}

/** The person that was offered or called is not wanted; what else is said is answered. */
async function withoutAPerson(turn: Turn): Promise<TurnReading | undefined> {
  const refusal =
    refusesPerson(turn.text) ?? (turn.dialogue.lastRoute === 'escalate' ? asksBack(turn.text) : undefined);
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

const FIRST_CLAUSE = /^([^,，.。;；!！\n]{2,40})[,，.。;；!！\n]+\s*(\S[\s\S]{3,})$/u;

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
