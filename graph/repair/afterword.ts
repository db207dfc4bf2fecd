import type { Language } from '../../stores/schema.ts';
import { anyOf } from '../../text/any-of.ts';
import type { Dialogue } from '../dialogue.ts';
import { needsAccount } from '../orders/of-the-shop.ts';
import { orderPhrases } from '../phrases/orders.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { repairPhrases } from '../phrases/repair.ts';
import type { TurnScope } from '../scope.ts';
import type { Part, State } from '../state.ts';
import type { ConfirmationView } from '../turn-result.ts';
import { repairOf } from './repair-intents.ts';
import { isRepeated } from './repeated.ts';
import { type Waiting, waitingFor } from './waiting/waiting-for.ts';

/** What is said after the branches have spoken. */
export interface Afterword {
  texts: string[];
  quickReplies: string[];
  /** The change that still waits for its yes. */
  confirmation: ConfirmationView | null;
  offersHuman: boolean;
  /** The open question is put again. */
  asksAgain: boolean;
}

/** Detours after which an open question is kept, but no longer put again. */
const MOST_DETOURS = 3;
/** What was promised and not kept: no anger yet, but a person should be within reach. */
const LET_DOWN = anyOf(
  /说好|早该|应该.{0,4}(?:前天|昨天|早就)|超时|逾期|拖了|等了.{0,4}[天周月]/i,
  /\b(?:supposed to|should have|was promised|overdue|days? late|nobody (?:called|came)|no ?one (?:called|came))\b/i,
);
const PARTING = new Set(['goodbye']);

/** What still waits for an answer after this turn; undefined when it was settled, answered, dropped or replaced. */
export function stillWaiting(
  state: Pick<State, 'settlement' | 'parts'>,
  scope: Pick<TurnScope, 'pendingConfirmation'>,
  dialogue: Dialogue,
  language: Language,
): Waiting | undefined {
  const { parts, settlement } = state;
  if (settlement || parts.some((part) => asks(part) || part.handoff !== null || part.dialogue.open === null))
    return undefined;
  const waiting = waitingFor(scope, dialogue, language);
  const answered = waiting?.confirmation === null && parts.some((part) => part.intent === dialogue.open?.intent);
  return answered ? undefined : waiting;
}

/** What waits behind the change of this turn, in the customer's words. */
const nextWishes = (parts: readonly Part[], dialogue: Dialogue): string[] =>
  (parts.findLast((part) => part.dialogue.upNext !== undefined)?.dialogue.upNext ?? dialogue.upNext).map(
    ({ text, orderIds }) => [text, ...orderIds.filter((id) => !text.includes(id))].join(' · '),
  );

/** Whether a part ends with a question that an answer belongs to. */
export const asks = (part: Part): boolean => part.confirmation !== null || part.dialogue.askedSlot !== undefined;

/** The open question after a digression; the offer of a person to who is angry or asks the same again. */
export function afterword(
  state: Pick<State, 'settlement' | 'parts' | 'understanding' | 'text'>,
  scope: Pick<TurnScope, 'pendingConfirmation' | 'history' | 'caller'>,
  dialogue: Dialogue,
  language: Language,
): Afterword {
  const { parts, understanding } = state;
  const phrases = phrasesIn(language);
  const said = repairPhrases(language);
  const none: Afterword = { texts: [], quickReplies: [], confirmation: null, offersHuman: false, asksAgain: false };
  if (parts.some((part) => part.handoff !== null)) return none;
  const repaired = parts.some((part) => repairOf(part.intent) !== undefined);
  const waiting = stillWaiting(state, scope, dialogue, language);

  const angry = understanding?.mood === 'angry';
  const repeated =
    !repaired && parts.some((part) => part.route !== 'smalltalk') && isRepeated(state.text, scope.history);
  const offered = parts.some(
    (part) =>
      part.dialogue.offeredHuman === true ||
      part.quickReplies.some((text) => text === phrases.talkToHuman || text === phrases.topics.human),
  );
  const letDown = parts.some((part) => part.route === 'order') && LET_DOWN.test(state.text);
  const offers = (angry || repeated || letDown) && !state.settlement;
  const inWords = (angry || repeated) && offers && !offered && !dialogue.refusedHuman && !dialogue.offeredHuman;

  const again = waiting && !repaired && !parts.some((part) => PARTING.has(part.intent));
  const asksAgain = again === true && (dialogue.open?.detours ?? 0) < MOST_DETOURS;
  const [next] = nextWishes(parts, dialogue);
  // The rule for a visitor's wish was told, and who only asks has all that was asked for; nothing is changed for whom we do not know.
  const signsIn =
    scope.caller.kind === 'visitor' &&
    parts.some(({ intent, index }) => needsAccount(intent) && !understanding?.requests[index]?.isQuestion) &&
    parts.every(({ dialogue: after }) => after.askedSlot === undefined);
  const opens = next !== undefined && !again && !parts.some(asks) && !repaired;
  return {
    texts: [
      ...(inWords ? [angry ? said.angryOffer : said.repeatedOffer] : []),
      ...(asksAgain ? [said.backTo(waiting.question)] : []),
      ...(next && parts.some(({ confirmation }) => confirmation !== null) ? [said.upNext(next)] : []),
      ...(next && opens ? [said.goOnWith(next)] : []),
      ...(signsIn ? [orderPhrases(language).visitorReadOnly] : []),
    ],
    quickReplies: [
      ...(opens ? [phrases.confirmYes, phrases.confirmNo] : []),
      ...(asksAgain ? waiting.choices : []),
      ...((offers || signsIn) && !offered ? [phrases.talkToHuman] : []),
    ],
    confirmation: waiting?.confirmation ?? null,
    offersHuman: offers && !dialogue.refusedHuman,
    asksAgain,
  };
}
