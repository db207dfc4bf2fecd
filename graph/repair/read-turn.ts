import type { Language } from '../../stores/schema.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { findAnswer } from '../../understanding/slots/answer.ts';
import {
  type DialogueContext,
  type Route,
  slotsSchema,
  type Understanding,
  type UnderstoodRequest,
} from '../../understanding/types.ts';
import { contextOf, type Dialogue } from '../dialogue.ts';
import { isChangeSlot } from '../orders/changes/change.ts';
import { intentOf } from '../orders/changes/change-intents.ts';
import { saysKeep } from '../orders/changes/pieces-said.ts';
import { readWish } from '../orders/changes/read-wish.ts';
import { asksMoneyBack } from './asks-money-back.ts';
import { assents, deedOf } from './assent.ts';
import { correct } from './correct.ts';
import { readCorrection, refusesPerson } from './correction.ts';
import { fillsSlot, pointsAt } from './fills-slot.ts';
import { inView } from './in-view.ts';
import { narrow } from './narrow.ts';
import { confirms, isNod } from './nod.ts';
import { ownDeed } from './own-deed.ts';
import { type Repair, readRepair } from './read-repair.ts';
import { repairIntent } from './repair-intents.ts';
import { revises } from './revises.ts';
import { tellsCondition } from './tells-condition.ts';
import { besideAChange, oneChangeAtATime, stillUpNext, taken } from './up-next.ts';
import { looksAngry, voiceOf } from './voice-of.ts';

/** What the change that waits for a yes is about. */
export interface Pending {
  id: string;
  action: string;
}

export interface TurnReading {
  understanding: Understanding;
  /** How the pending change is settled; `andThen`: the requests are worked on too. */
  settlement: { confirmationId: string; approve: boolean; andThen?: boolean } | null;
  /** The dialogue as the branches are to see it. */
  dialogue: Dialogue;
}

/** Engine's reading of a text; the context is what the conversation says about it. */
export type Understand = (text: string, context: DialogueContext) => Promise<Understanding>;

/**
 * Reads one message: talk about the conversation itself first (again, simpler, never mind, no I meant …), then what
 * it asks of the shop, as an answer to what is open where it is one.
 */
export async function readTurn(input: {
  text: string;
  dialogue: Dialogue;
  pending: Pending | null;
  fallbackLanguage: Language;
  understand: Understand;
}): Promise<TurnReading> {
  const { text, pending, understand } = input;
  const voice = voiceOf(text, input.dialogue, input.fallbackLanguage);
  const dialogue: Dialogue = {
    ...input.dialogue,
    ...(voice.script === 'latn' ? {} : { script: voice.script }),
    language: voice.language,
  };
  const open = dialogue.open ?? (pending ? { intent: intentOf(pending.action), orderIds: [] as string[] } : undefined);
  const context = contextOf(dialogue, pending !== null, input.fallbackLanguage);
  const reading = (understanding: Understanding, rest: Partial<TurnReading> = {}): TurnReading => ({
    settlement: null,
    dialogue,
    ...rest,
    understanding: {
      ...understanding,
      ...voice,
      mood: looksAngry(text) ? 'angry' : understanding.mood,
    },
  });
  const repaired = (repair: Repair, route: Route) =>
    reading({ ...voice, requests: [ownRequest(text, repair, route)], mood: 'neutral' });

  // To the offer of a person "why not" says yes.
  const accepts = dialogue.offeredHuman && /^\s*why not\W*$/i.test(text);
  const repair = accepts ? undefined : readRepair(text, { question: open !== undefined, action: pending?.action });
  if (repair === 'cancel' && pending)
    return { ...repaired(repair, 'order'), settlement: { confirmationId: pending.id, approve: false } };
  const told = normaliseText(text);
  // What is paid back and what state the goods are in stands in the question itself.
  if (!repair && pending && (asksMoneyBack(told, pending.action) || tellsCondition(told, pending.action)))
    return repaired('repeat', 'order');
  // Impatience right after an order was told about is about that order.
  if (repair === 'hurry' && !open && dialogue.lastRoute === 'order' && dialogue.focusOrderIds.length > 0)
    return reading({
      ...voice,
      requests: [{ ...ownRequest(text, repair, 'order'), intent: 'urge_delivery' }],
      mood: 'neutral',
    });
  if (repair) return repaired(repair, routeOf(repair, dialogue, open !== undefined));

  const refusal = refusesPerson(text);
  if (refusal) {
    const calm: Dialogue = { ...dialogue, offeredHuman: false, refusedHuman: true };
    if (refusal.rest === '') return { ...repaired('cancel', 'smalltalk'), dialogue: calm };
    const understood = withoutPerson(await understand(refusal.rest, { ...context, offeredHuman: false }));
    const requests = understood.requests.map((one) =>
      open ? narrow(one, dialogue) : inView(narrow(one, dialogue), dialogue),
    );
    return reading({ ...understood, requests }, { dialogue: calm });
  }

  const correction = readCorrection(text);
  // "Not that one, no": refused twice, and nothing put in its place.
  const refusedAll = pending !== null && findAnswer(normaliseText(correction?.rest ?? '')) === 'no';
  // "No, leave the second one": of a change of several things the rest stays wished for.
  if (pending && correction && !isOfSeveral(dialogue) && saysKeep(correction.rest))
    return { ...repaired('cancel', 'order'), settlement: { confirmationId: pending.id, approve: false } };
  if (correction && correction.rest !== '' && !refusedAll && (open || dialogue.lastRoute)) {
    const corrected = await correct({ correction, dialogue, open, pending, context, understand });
    return reading(corrected.understanding, corrected);
  }

  const understood = await understand(text, context);
  const all = besideAChange(understood.requests.map(readWish)).map((one) =>
    asQuestion(open ? narrow(one, dialogue) : inView(narrow(one, dialogue), dialogue), pending),
  );
  const { requests, upNext } = oneChangeAtATime(all);
  const understanding = { ...understood, requests };
  const waiting = upNext.length > 0 ? upNext : stillUpNext(dialogue, requests);
  dialogue.upNext = waiting;
  const [request] = understanding.requests;
  const single = all.length === 1 ? request : undefined;
  const answer = pending && assents(text, pending.action) ? 'yes' : single?.slots.answer;
  // The question that was put last is what a plain yes or no belongs to.
  const asksElse = dialogue.open?.askedSlot !== undefined;
  // What was offered instead of what can't be done stands before what waits behind it.
  const inRow = dialogue.offer && !open && !isNod(told) ? [dialogue.offer, ...waiting] : waiting;
  const [next, ...later] = all.length === 1 ? inRow : [];
  // After talk of something else a yes may be to that: the change is put again.
  const unsure = asksElse ? !isOfOrder(dialogue.open?.askedSlot) : dialogue.open?.put === false && !confirms(told);
  if (pending && answer === 'yes' && unsure) return repaired('repeat', 'order');
  const settlement = pending && answer && !asksElse ? { confirmationId: pending.id, approve: answer === 'yes' } : null;
  if (next && (settlement || (answer === 'yes' && !open && !dialogue.offeredHuman))) {
    const read = await understand(next.text, { ...context, pendingConfirmation: false, offeredHuman: false });
    const focus = next.orderIds.length > 0 ? { focusOrderIds: next.orderIds } : {};
    return reading(
      { ...read, requests: read.requests.slice(0, 1).map((one) => taken(next, one)) },
      {
        settlement: settlement && { ...settlement, andThen: true },
        dialogue: { ...dialogue, ...focus, open: null, draft: null, upNext: later },
      },
    );
  }
  if (settlement) return reading(understanding, { settlement });
  if (answer === 'no' && !open) dialogue.upNext = [];
  // A word that confirms, where nothing waits for it, must not sound as if something had been done.
  if (single && !open && answer === 'yes' && confirms(told) && !dialogue.offeredHuman)
    return repaired('cancel', 'smalltalk');
  if (!single || !open) return reading(understanding);
  // "Only the bowl", the title of the invoice: the change that was put is put again as it is meant.
  if (pending && revises(single, pending.action, dialogue, voice.language))
    return reading(
      { ...understanding, requests: [{ ...single, intent: open.intent, route: 'order' }] },
      {
        dialogue: {
          ...dialogue,
          ...(pending.action === 'change_address' ? { askedSlot: 'address' } : {}),
          focusOrderIds: dialogue.draft ? [dialogue.draft.orderId] : [],
        },
      },
    );
  const asked = dialogue.open;
  // "No" to which one, to how many: none.
  if (asked?.askedSlot !== undefined && asked.askedSlot !== 'fault' && single.intent === 'deny')
    return repaired('cancel', 'order');
  // Another deed ("no, just send it back") while a detail of one is asked for takes its place.
  const deed = asked && isChangeSlot(asked.askedSlot) ? deedOf(normaliseText(text)) : undefined;
  if (asked && deed && deed !== asked.intent)
    return reading(
      { ...understanding, requests: [{ ...single, intent: deed, route: 'order' }] },
      { dialogue: { ...dialogue, ...ANEW, focusOrderIds: asked.orderIds } },
    );
  const own = asked ? ownDeed(single, asked) : undefined;
  if (asked && own)
    return reading(
      { ...understanding, requests: [own] },
      { dialogue: { ...dialogue, ...ANEW, focusOrderIds: namesThing(own) ? [] : asked.orderIds } },
    );
  // "Yes, that one" to the one number that was offered.
  const [offered] = asked?.askedSlot === 'orderId' ? asked.orderIds : [];
  if (asked && offered && asked.orderIds.length === 1 && answer === 'yes') {
    const named = {
      ...single,
      intent: asked.intent,
      route: 'order' as const,
      slots: { ...single.slots, orderIds: [offered] },
    };
    return reading({ ...understanding, requests: [named] });
  }
  // To "which one?" a plain yes names none.
  if (asked?.askedSlot === 'orderId' && asked.orderIds.length > 1 && answer === 'yes' && single.route === 'smalltalk')
    return repaired('silence', 'order');
  const pressed =
    asked?.choices.includes(text.trim()) && asked.askedSlot !== undefined && isChangeSlot(asked.askedSlot);
  const answers =
    pressed ||
    (asked &&
      (dialogue.askedSlot === undefined || isChangeSlot(asked.askedSlot) || single.intent !== asked.intent) &&
      single.route !== 'escalate' &&
      !(single.route === 'smalltalk' && single.slots.answer === undefined && isChangeSlot(asked.askedSlot)) &&
      fillsSlot(asked.askedSlot, single));
  if (asked && answers) {
    // A product named in the answer is one of the order asked about, whatever other orders hold it too.
    const ofOne = asked.orderIds.length === 1 && isChangeSlot(asked.askedSlot) && single.slots.orderIds.length === 0;
    const slots = ofOne ? { ...single.slots, orderIds: asked.orderIds } : single.slots;
    const goesOn = { ...single, slots, intent: asked.intent, route: 'order' as const };
    return reading(
      { ...understanding, requests: [goesOn] },
      { dialogue: { ...dialogue, askedSlot: asked.askedSlot, focusOrderIds: asked.orderIds } },
    );
  }
  // Pointing at something else while a change waits corrects it: "驮包那个".
  if (pending && single.route === 'clarify' && pointsAt(single))
    return reading(
      { ...understanding, requests: [{ ...single, intent: open.intent, route: 'order' }] },
      {
        settlement: { confirmationId: pending.id, approve: false, andThen: true },
        dialogue: { ...dialogue, focusOrderIds: [] },
      },
    );
  // What makes no sense of its own while something is open: the open question is put again.
  if (single.route === 'clarify') return repaired('silence', 'order');
  return reading(understanding);
}

const isOfOrder = (slot: string | undefined): boolean => slot === 'orderId' || slot === 'address' || isChangeSlot(slot);

const isOfSeveral = ({ draft }: Dialogue): boolean => Array.isArray(draft?.args.items) && draft.args.items.length > 1;

/** Another deed answers nothing that was asked for the one before. */
const ANEW = { open: null, draft: null, askedSlot: undefined };

const namesThing = ({ slots }: UnderstoodRequest): boolean =>
  slots.orderIds.length + slots.products.length + slots.categories.length > 0;

/** "那退款呢" while a return waits for its yes asks about refunds; it does not ask for the return again. */
function asQuestion(request: UnderstoodRequest, pending: Pending | null): UnderstoodRequest {
  if (!pending || request.route !== 'order' || request.slots.orderIds.length > 0) return request;
  const asks = request.isQuestion || /呢\s*[?？]?$/.test(request.text);
  const other = request.alternatives.find(({ intent }) => intent.endsWith('_policy') || intent.endsWith('_question'));
  const same = request.intent === pending.action || request.intent === intentOf(pending.action);
  return asks && same && other ? { ...request, ...other, route: 'knowledge' } : request;
}

const ownRequest = (text: string, repair: Repair, route: Route): UnderstoodRequest => ({
  text,
  intent: repairIntent(repair),
  route,
  confidence: 1,
  slots: slotsSchema.parse({}),
  isQuestion: false,
  alternatives: [],
});

function routeOf(repair: Repair, dialogue: Dialogue, open: boolean): Route {
  if (repair === 'abilities') return 'smalltalk';
  if (repair === 'cancel' || repair === 'skip') return open ? 'order' : 'smalltalk';
  if (open) return 'order';
  if (
    repair === 'silence' ||
    repair === 'hurry' ||
    dialogue.lastRoute === undefined ||
    dialogue.lastRoute === 'escalate'
  )
    return 'clarify';
  return dialogue.lastRoute;
}

/** The customer wants no person: what looked like a call for one is answered like anything else. */
const withoutPerson = (understanding: Understanding): Understanding => ({
  ...understanding,
  requests: understanding.requests.map((request) =>
    request.route === 'escalate' ? { ...request, intent: 'unclear', route: 'clarify' } : request,
  ),
});
