import type { Language } from '../../stores/schema.ts';
import { chineseScript } from '../../text/script.ts';
import { detectLanguage } from '../../understanding/language.ts';
import {
  type DialogueContext,
  type Route,
  type Script,
  slotsSchema,
  type Understanding,
  type UnderstoodRequest,
} from '../../understanding/types.ts';
import { contextOf, type Dialogue } from '../dialogue.ts';
import { correct } from './correct.ts';
import { readCorrection, refusesPerson } from './correction.ts';
import { fillsSlot } from './fills-slot.ts';
import { type Repair, readRepair } from './read-repair.ts';
import { repairIntent } from './repair-intents.ts';

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
  const open = dialogue.open ?? (pending ? { intent: pending.action, orderIds: [] as string[] } : undefined);
  const context = contextOf(dialogue, pending !== null, input.fallbackLanguage);
  const reading = (understanding: Understanding, rest: Partial<TurnReading> = {}): TurnReading => ({
    settlement: null,
    dialogue,
    ...rest,
    understanding: { ...understanding, ...voice, mood: ANGRY_SIGN.test(text) ? 'angry' : understanding.mood },
  });
  const repaired = (repair: Repair, route: Route) =>
    reading({ ...voice, requests: [ownRequest(text, repair, route)], mood: 'neutral' });

  const repair = readRepair(text, { question: open !== undefined, action: pending?.action });
  if (repair === 'cancel' && pending)
    return { ...repaired(repair, 'order'), settlement: { confirmationId: pending.id, approve: false } };
  if (repair) return repaired(repair, routeOf(repair, dialogue, open !== undefined));

  const refusal = refusesPerson(text);
  if (refusal) {
    const calm: Dialogue = { ...dialogue, offeredHuman: false, refusedHuman: true };
    if (refusal.rest === '') return { ...repaired('cancel', 'smalltalk'), dialogue: calm };
    const understood = withoutPerson(await understand(refusal.rest, { ...context, offeredHuman: false }));
    return reading(understood, { dialogue: calm });
  }

  const correction = readCorrection(text);
  if (correction && correction.rest !== '' && (open || dialogue.lastRoute)) {
    const corrected = await correct({ correction, dialogue, open, pending, context, understand });
    return reading(corrected.understanding, corrected);
  }

  const understanding = await understand(text, context);
  const [request] = understanding.requests;
  const single = understanding.requests.length === 1 ? request : undefined;
  const answer = single?.slots.answer;
  if (pending && answer)
    return reading(understanding, { settlement: { confirmationId: pending.id, approve: answer === 'yes' } });
  if (!single || !open) return reading(understanding);
  const asked = dialogue.open;
  if (asked && asked.detours > 0 && single.route !== 'escalate' && fillsSlot(asked.askedSlot, single)) {
    const goesOn = { ...single, intent: asked.intent, route: 'order' as const };
    return reading(
      { ...understanding, requests: [goesOn] },
      { dialogue: { ...dialogue, askedSlot: asked.askedSlot, focusOrderIds: asked.orderIds } },
    );
  }
  // What makes no sense of its own while something is open: the open question is put again.
  if (single.route === 'clarify') return repaired('silence', 'order');
  return reading(understanding);
}

const ANGRY_SIGN = /[😠😡🤬😤👿💢🖕]/u;

function voiceOf(text: string, dialogue: Dialogue, fallback: Language): { language: Language; script: Script } {
  const { language } = detectLanguage(text, dialogue.language ?? fallback);
  if (language === 'en') return { language, script: 'latn' };
  const script = chineseScript(text) ?? (dialogue.script === 'hant' ? 'hant' : 'hans');
  return { language, script };
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
  if (repair === 'silence' || dialogue.lastRoute === undefined || dialogue.lastRoute === 'escalate') return 'clarify';
  return dialogue.lastRoute;
}

/** The customer wants no person: what looked like a call for one is answered like anything else. */
const withoutPerson = (understanding: Understanding): Understanding => ({
  ...understanding,
  requests: understanding.requests.map((request) =>
    request.route === 'escalate' ? { ...request, intent: 'unclear', route: 'clarify' } : request,
  ),
});
