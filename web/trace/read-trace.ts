import { list, number, record, text } from './read-json.ts';

/** The legs of a search, in the order in which they work. */
export const LEGS = ['lexical', 'vector', 'fused', 'rerank'] as const;
export type Leg = (typeof LEGS)[number];

export interface TracedRequest {
  text: string;
  intent: string;
  route: string;
  confidence: number | null;
  alternatives: Array<{ intent: string; confidence: number }>;
  /** Only slots that hold something, each as it would be read. */
  slots: Array<[name: string, value: string]>;
}

export interface TracedHit {
  id: string;
  title: string;
  page: number | null;
  score: number | null;
  evidence: number | null;
  legs: Record<Leg, { rank: number; score: number } | null>;
  /** Looked up when the trace is shown; null: it is gone, or was not looked up. */
  text: string | null;
}

interface Timed {
  /** Milliseconds since the turn began, when the step was done. */
  atMs: number;
  /** Since the step before. */
  ms: number;
}
export type TracedStep = Timed &
  (
    | { kind: 'understand'; language: string | null; mood: string | null; requests: TracedRequest[]; context: unknown }
    | { kind: 'search'; question: string; evidence: number | null; hits: TracedHit[] }
    | { kind: 'model'; call: TracedCall }
    | { kind: 'other'; name: string; data: unknown }
  );
/** One call to a model. */
export interface TracedCall {
  purpose: string;
  model: string;
  /** 'ok', or what went wrong. */
  outcome: string;
  finish: string | null;
  firstTokenMs: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  estimated: boolean;
  messages: TracedMessage[];
}
export interface TracedMessage {
  role: string;
  text: string;
}

/** A turn's trace, step by step; what an older version wrote in another shape is shown as it is. */
export function readTrace(trace: unknown): TracedStep[] {
  let last = 0;
  return list(trace)
    .map(record)
    .map((entry): TracedStep => {
      const atMs = number(entry.atMs) ?? last;
      const timed = { atMs, ms: Math.max(0, atMs - last) };
      last = atMs;
      const data = record(entry.data);
      if (entry.step === 'understand')
        return {
          ...timed,
          kind: 'understand',
          language: text(data.language),
          mood: text(data.mood),
          requests: list(data.requests).map(record).map(requestOf),
          context: data.context,
        };
      if (entry.step === 'search')
        return {
          ...timed,
          kind: 'search',
          question: text(data.question) ?? '',
          evidence: number(data.evidence),
          hits: list(data.hits).map(record).map(hitOf),
        };
      if (entry.step === 'model') return { atMs, ms: number(data.ms) ?? timed.ms, kind: 'model', call: callOf(data) };
      return { ...timed, kind: 'other', name: text(entry.step) ?? '?', data: entry.data };
    });
}

const requestOf = (request: Record<string, unknown>): TracedRequest => ({
  text: text(request.text) ?? '',
  intent: text(request.intent) ?? '',
  route: text(request.route) ?? '',
  confidence: number(request.confidence),
  alternatives: list(request.alternatives)
    .map(record)
    .flatMap(({ intent, confidence }) => {
      const share = number(confidence);
      return share === null ? [] : [{ intent: text(intent) ?? '', confidence: share }];
    }),
  slots: Object.entries(record(request.slots)).flatMap(([name, value]): Array<[string, string]> => {
    const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    return empty ? [] : [[name, list(value).length > 0 ? list(value).map(written).join(' · ') : written(value)]];
  }),
});

const callOf = (call: Record<string, unknown>): TracedCall => ({
  purpose: text(call.purpose) ?? '',
  model: text(call.model) ?? '',
  outcome: text(call.outcome) ?? 'ok',
  finish: text(call.finish),
  firstTokenMs: number(call.firstTokenMs),
  inputTokens: number(call.inputTokens),
  outputTokens: number(call.outputTokens),
  estimated: call.estimated === true,
  messages: list(call.messages)
    .map(record)
    .map((message) => ({ role: text(message.role) ?? '', text: text(message.text) ?? '' })),
});

const hitOf = (hit: Record<string, unknown>): TracedHit => {
  const legs = record(hit.legs);
  const legOf = (name: Leg) => {
    const { rank, score } = record(legs[name]);
    const [place, points] = [number(rank), number(score)];
    return place === null || points === null ? null : { rank: place, score: points };
  };
  return {
    id: text(hit.id) ?? '',
    title: text(hit.title) ?? '',
    page: number(hit.page),
    score: number(hit.score),
    evidence: number(hit.evidence),
    legs: { lexical: legOf('lexical'), vector: legOf('vector'), fused: legOf('fused'), rerank: legOf('rerank') },
    text: text(hit.text),
  };
};

/** A value in one line: text as it is, objects by their leaves. */
const written = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(written).join(' ');
};
