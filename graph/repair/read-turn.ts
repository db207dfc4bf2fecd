import type { Understanding, UnderstoodRequest } from '../../understanding/types.ts';
import { intentOf } from '../orders/changes/change-intents.ts';
import { readWish } from '../orders/changes/read-wish.ts';
import { inView } from './in-view.ts';
import { narrow } from './narrow.ts';
import { readOfTheTalk } from './of-the-talk.ts';
import { type Pending, readAs, type Turn, type TurnInput, type TurnReading, turnOf } from './turn.ts';
import { readAnswerToOpen } from './waiting/answer-to-open.ts';
import { assents } from './waiting/assent.ts';
import { type Heard, readSettling } from './waiting/settling.ts';
import { besideAChange, oneChangeAtATime, stillUpNext } from './waiting/up-next.ts';
import { ofTheWayBack } from './way-back.ts';

/**
 * Reads one message: talk about the conversation itself first (again, simpler, never mind, no I meant …), then a yes or
 * no to what waits, then an answer to what is open; else it is what it asks of the shop.
 */
export async function readTurn(input: TurnInput): Promise<TurnReading> {
  const begun = turnOf(input);
  const ofTheTalk = await readOfTheTalk(begun);
  if (ofTheTalk) return ofTheTalk;
  const { turn, heard } = hear(begun, await begun.understand(begun.text, begun.context));
  return (await readSettling(turn, heard)) ?? readAnswerToOpen(turn, heard) ?? readAs(turn, heard.understanding);
}

/** What was understood, in the light of what is open and of what waits. */
function hear(turn: Turn, understood: Understanding): { turn: Turn; heard: Heard } {
  const { text, dialogue, pending, open } = turn;
  const all = besideAChange(understood.requests.map(readWish)).map((one) => {
    const narrowed = narrow(one, dialogue);
    const inBetween = dialogue.lastRoute === 'order' ? dialogue.lastIntent : undefined;
    const read = asQuestion(open ? narrowed : inView(narrowed, dialogue), pending);
    return ofTheWayBack(read, pending?.action ?? open?.intent ?? inBetween);
  });
  // A visitor's wishes are all told the rules for.
  const { requests, upNext } = turn.visitor ? { requests: all, upNext: [] } : oneChangeAtATime(all);
  const single = all.length === 1 ? requests[0] : undefined;
  const answer = pending && assents(text, pending.action) ? 'yes' : single?.slots.answer;
  const waiting = [...stillUpNext(dialogue, requests), ...upNext];
  return {
    turn: { ...turn, dialogue: { ...dialogue, upNext: answer === 'no' && !open ? [] : waiting } },
    heard: { understanding: { ...understood, requests }, single, answer },
  };
}

/** "那退款呢" while a return waits for its yes asks about refunds; it does not ask for the return again. */
function asQuestion(request: UnderstoodRequest, pending: Pending | null): UnderstoodRequest {
  if (!pending || request.route !== 'order' || request.slots.orderIds.length > 0) return request;
  const asks = request.isQuestion || /呢\s*[?？]?$/.test(request.text);
  const other = request.alternatives.find(({ intent }) => intent.endsWith('_policy') || intent.endsWith('_question'));
  const same = request.intent === pending.action || request.intent === intentOf(pending.action);
  return asks && same && other ? { ...request, ...other, route: 'knowledge' } : request;
}
