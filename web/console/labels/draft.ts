import type { LabelInputBody, TurnToLabelBody } from '../../api/types.ts';

type Request = TurnToLabelBody['labels'][number]['requests'][number];
/** A request being written, and what it is known by while its words change. */
export type DraftRequest = Omit<Request, 'slots'> & { key: number; slots: DraftSlot[] };
export type DraftSlot = Request['slots'][number] & { key: number };

/** A label while it is written. */
export interface Draft {
  requests: DraftRequest[];
  reply: string;
  note: string;
}

let keys = 0;
export const nextKey = (): number => ++keys;

const drafted = (request: Request): DraftRequest => ({
  ...request,
  key: nextKey(),
  slots: request.slots.map((slot) => ({ ...slot, key: nextKey() })),
});

/** What a label begins with: one's own, or what the engine understood. */
export function draftOf(turn: TurnToLabelBody, labeller: string): Draft {
  const own = turn.labels.find((label) => label.labeller === labeller && !label.skipped);
  if (own) return { requests: own.requests.map(drafted), reply: own.reply ?? '', note: own.note ?? '' };
  const requests = turn.predicted.map(({ text, intent, slots }) => ({ text, intent, slots, inContext: false }));
  const first = { text: turn.text, intent: '', slots: [], inContext: false };
  return { requests: (requests.length > 0 ? requests : [first]).map(drafted), reply: '', note: '' };
}

export const changeRequest = (draft: Draft, at: number, change: Partial<DraftRequest>): Draft => ({
  ...draft,
  requests: draft.requests.map((request, index) => (index === at ? { ...request, ...change } : request)),
});

export const addRequest = (draft: Draft, text: string): Draft => ({
  ...draft,
  requests: [...draft.requests, drafted({ text, intent: '', slots: [], inContext: false })],
});

export const removeRequest = (draft: Draft, at: number): Draft => ({
  ...draft,
  requests: draft.requests.filter((_, index) => index !== at),
});

/** What can be saved: every request with words and an intent that there is. */
export const isComplete = (draft: Draft, intents: ReadonlySet<string>): boolean =>
  draft.requests.length > 0 && draft.requests.every(({ text, intent }) => text.trim() !== '' && intents.has(intent));

export const inputOf = ({ requests, reply, note }: Draft): LabelInputBody => ({
  requests: requests.map(({ key: _, slots, ...request }) => ({
    ...request,
    slots: slots.filter(({ value }) => value.trim() !== '').map(({ name, value }) => ({ name, value })),
  })),
  reply: reply.trim() || null,
  note: note.trim() || null,
});

const MOST_CHOICES = 9;

/** The intents behind the number keys: what the engine took the request for and its next best, then those used last. */
export function choicesOf(turn: TurnToLabelBody, at: number, recent: readonly string[]): string[] {
  const predicted = turn.predicted[at] ?? turn.predicted[0];
  const likely = predicted
    ? [predicted.intent, ...predicted.alternatives.map(({ intent }) => intent)].filter((intent) => intent !== 'unclear')
    : [];
  return [...new Set([...likely, ...recent])].slice(0, MOST_CHOICES);
}
