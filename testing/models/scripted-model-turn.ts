import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createCircuitBreaker } from '../../graph/engines/circuit-breaker.ts';
import { createEngine } from '../../graph/engines/create-engine.ts';
import type { Engine, EngineSession, ReplyWriter } from '../../graph/engines/engine.ts';
import type { UpstreamEvent } from '../../graph/engines/openai/upstream.ts';
import type { Hit } from '../../knowledge/types.ts';
import {
  type DialogueContext,
  slotsSchema,
  type Understanding,
  type UnderstoodRequest,
} from '../../understanding/types.ts';
import { type ScriptedModelOptions, startScriptedModel } from './scripted-model.ts';

export const aRequest = (change: Partial<UnderstoodRequest> = {}): UnderstoodRequest => ({
  text: 'What about it?',
  intent: 'unclear',
  route: 'clarify',
  confidence: 0.3,
  slots: slotsSchema.parse({}),
  isQuestion: true,
  alternatives: [],
  ...change,
});

export const anUnderstanding = (...requests: UnderstoodRequest[]): Understanding => ({
  language: 'en',
  script: 'latn',
  requests: requests.length > 0 ? requests : [aRequest()],
  mood: 'neutral',
});

export const aDialogue: DialogueContext = {
  focusOrderIds: [],
  focusProductIds: [],
  pendingConfirmation: false,
  offeredHuman: false,
  fallbackLanguage: 'en',
};

export const aHit = (change: Partial<Hit> = {}): Hit => ({
  id: 'p1',
  kind: 'document',
  documentId: 'doc-returns',
  title: 'Returns',
  page: 2,
  heading: null,
  text: 'Books may be returned within 30 days of delivery. E-books cannot be returned.',
  language: 'en',
  audience: 'public',
  rank: 1,
  score: 1,
  sentences: [1, 0.5],
  evidence: 0.9,
  legs: { lexical: null, vector: null, fused: { rank: 1, score: 1 }, rerank: { rank: 1, score: 1 } },
  ...change,
});

export const LOCAL_ANSWER = 'The local answer.[1]';

/** A local engine that understands what it is told to and else says plainly that it was the one who spoke. */
export function createScriptedLocal(understand: (text: string) => Understanding = () => anUnderstanding()): Engine {
  const session: EngineSession = {
    name: 'local',
    degraded: false,
    understand: async ({ text }) => understand(text),
    planTools: async ({ suggested }) => suggested,
    async writeAnswer(_, writer) {
      writer.delta(LOCAL_ANSWER);
      return { text: LOCAL_ANSWER, citations: [], answered: true };
    },
    async phrase({ draft }, writer) {
      writer.delta(draft);
      return draft;
    },
    summarise: async () => 'The local summary.',
  };
  return { name: 'local', open: () => session };
}

/** What a customer would have seen. */
export function recordingWriter(): ReplyWriter & { text(): string; deltas: string[]; resets(): number } {
  let deltas: string[] = [];
  let resets = 0;
  return {
    delta(text) {
      deltas.push(text);
    },
    reset() {
      deltas = [];
      resets += 1;
    },
    text: () => deltas.join(''),
    get deltas() {
      return deltas;
    },
    resets: () => resets,
  };
}

/** The configured engine on a scripted model, over real HTTP. The server ends with the test. */
export async function startModelTurns(
  options: ScriptedModelOptions & { timeoutMs?: number; local?: Engine; now?: () => number } = {},
) {
  const model = await startScriptedModel(options);
  onTestFinished(() => model.close());
  const events: UpstreamEvent[] = [];
  const breaker = createCircuitBreaker(options.now ? { now: options.now } : {});
  const settings = {
    model: {
      apiKey: 'scripted',
      baseUrl: model.url,
      model: 'scripted-model',
      embeddingModel: undefined,
      timeoutMs: options.timeoutMs ?? 2_000,
    },
  };
  const engine = createEngine(settings, options.local ?? createScriptedLocal(), pino({ level: 'silent' }), {
    breaker,
    onUpstream: (event) => events.push(event),
  });
  return { model, engine, breaker, events, open: () => engine.open({ signal: new AbortController().signal }) };
}
