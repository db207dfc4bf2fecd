import type { Language } from '../../stores/schema.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import {
  type DialogueContext,
  type Route,
  type Script,
  slotsSchema,
  type Understanding,
  type UnderstoodRequest,
} from '../../understanding/types.ts';
import { contextOf, type Dialogue } from '../dialogue.ts';
import { intentOf } from '../orders/changes/change-intents.ts';
import type { Repair } from './read-repair.ts';
import { repairIntent } from './repair-intents.ts';
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

/** A message that is being read, and what the conversation says about it. */
export interface Turn {
  text: string;
  /** The text without its accidents: width, case, spaces. */
  told: string;
  voice: { language: Language; script: Script };
  dialogue: Dialogue;
  pending: Pending | null;
  /** Nothing is changed for who is not signed in. */
  visitor: boolean;
  /** What was asked last, else the change that waits for a yes. */
  open: { intent: string; orderIds: string[] } | undefined;
  context: DialogueContext;
  understand: Understand;
}

export interface TurnInput {
  text: string;
  dialogue: Dialogue;
  pending: Pending | null;
  fallbackLanguage: Language;
  visitor?: boolean;
  understand: Understand;
}

export function turnOf({
  text,
  dialogue: before,
  pending,
  fallbackLanguage,
  visitor = false,
  understand,
}: TurnInput): Turn {
  const voice = voiceOf(text, before, fallbackLanguage);
  const script = voice.script === 'latn' ? {} : { script: voice.script };
  const dialogue: Dialogue = { ...before, ...script, language: voice.language };
  return {
    text,
    told: normaliseText(text),
    voice,
    dialogue,
    pending,
    visitor,
    open: dialogue.open ?? (pending ? { intent: intentOf(pending.action), orderIds: [] } : undefined),
    context: contextOf(dialogue, pending !== null, fallbackLanguage),
    understand,
  };
}

/** What a message comes to; nothing is settled, and the dialogue stays, unless it is said. */
export const readAs = (turn: Turn, understanding: Understanding, rest: Partial<TurnReading> = {}): TurnReading => ({
  settlement: null,
  dialogue: turn.dialogue,
  ...rest,
  understanding: {
    ...understanding,
    ...turn.voice,
    mood: looksAngry(turn.text) ? 'angry' : understanding.mood,
  },
});

/** Talk about the conversation itself, as a request of its own. */
export const repairedAs = (turn: Turn, repair: Repair, route: Route, intent = repairIntent(repair)): TurnReading =>
  readAs(turn, { ...turn.voice, requests: [ownRequest(turn.text, intent, route)], mood: 'neutral' });

/** The change that waits is not carried out. */
export const refused = ({ id }: Pending): NonNullable<TurnReading['settlement']> => ({
  confirmationId: id,
  approve: false,
});

const ownRequest = (text: string, intent: string, route: Route): UnderstoodRequest => ({
  text,
  intent,
  route,
  confidence: 1,
  slots: slotsSchema.parse({}),
  isQuestion: false,
  alternatives: [],
});
