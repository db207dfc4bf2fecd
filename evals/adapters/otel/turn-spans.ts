import { z } from 'zod';
import { maskPersonal } from '../../../quality/mask.ts';
import { type Attributes, idOf, type Span } from './span.ts';

/** A turn as it is stored. */
export interface StoredTurn {
  id: string;
  conversationId: string;
  route: string | null;
  routes: readonly string[];
  intent: string | null;
  confidence: number | null;
  language: string | null;
  engine: string | null;
  degraded: boolean;
  errorCode: string | null;
  firstTokenMs: number | null;
  totalMs: number | null;
  trace: unknown;
  createdAt: Date;
  finishedAt: Date | null;
  modelCalls: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  /** What the customer wrote and what was replied: sent only when asked for, and masked. */
  content?: { asked: string; replied: string } | undefined;
}

const entrySchema = z.object({ step: z.string(), atMs: z.number(), data: z.unknown().optional() });
const searchSchema = z.looseObject({
  evidence: z.number(),
  hits: z.array(z.looseObject({ id: z.string(), evidence: z.number() })),
});

const callSchema = z.looseObject({
  purpose: z.string(),
  model: z.string(),
  outcome: z.string(),
  finish: z.string().nullable(),
  inputTokens: z.number().nullable(),
  outputTokens: z.number().nullable(),
});

const TOOLS = new Set(['find_orders', 'track_shipment', 'recommend_products', 'search_products', 'settle']);

/** What answers with no model behind it. */
const LOCAL = 'local';

/** A turn as one `invoke_agent` span and one for each step that its trace tells of (GenAI conventions). */
export function turnSpans(turn: StoredTurn): Span[] {
  const traceId = idOf(32, 'turn', turn.id);
  const rootId = idOf(16, turn.id);
  const startMs = turn.createdAt.getTime();
  const endMs = Math.max(startMs, turn.finishedAt?.getTime() ?? startMs + (turn.totalMs ?? 0));
  // Steps count from the moment that the graph began, which is total_ms before the end.
  const began = turn.totalMs === null ? startMs : Math.max(startMs, endMs - turn.totalMs);
  const model = turn.engine === null || turn.engine === LOCAL ? undefined : turn.engine;
  const root: Span = {
    traceId,
    spanId: rootId,
    name: 'invoke_agent kefu',
    kind: 'internal',
    startMs,
    endMs,
    attributes: {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.provider.name': model ? 'openai' : 'kefu',
      'gen_ai.agent.name': 'kefu',
      'gen_ai.conversation.id': turn.conversationId,
      'gen_ai.request.model': model,
      'gen_ai.usage.input_tokens': model ? turn.inputTokens : undefined,
      'gen_ai.usage.output_tokens': model ? turn.outputTokens : undefined,
      'gen_ai.input.messages': turn.content && message('user', turn.content.asked),
      'gen_ai.output.messages': turn.content && message('assistant', turn.content.replied),
      'error.type': turn.errorCode,
      'kefu.turn.id': turn.id,
      'kefu.engine': turn.engine,
      'kefu.degraded': turn.degraded,
      'kefu.route': turn.route,
      'kefu.routes': turn.routes.length > 1 ? turn.routes : undefined,
      'kefu.intent': turn.intent,
      'kefu.confidence': turn.confidence,
      'kefu.language': turn.language,
      'kefu.model_calls': turn.modelCalls,
      'kefu.time_to_first_token_ms': turn.firstTokenMs,
    },
    ...(turn.errorCode === null ? {} : { error: turn.errorCode }),
  };
  const entries = z.array(entrySchema).catch([]).parse(turn.trace);
  let before = 0;
  const steps = entries.map(({ step, atMs, data }, index): Span => {
    const from = Math.min(endMs, began + before);
    before = Math.max(before, atMs);
    const span = { traceId, parentSpanId: rootId, spanId: idOf(16, turn.id, index), kind: 'internal' as const };
    return { ...span, ...namedStep(step, data), startMs: from, endMs: Math.min(endMs, Math.max(from, began + atMs)) };
  });
  return [root, ...steps];
}

/** What a step is in the conventions' words. Its findings stay here: they may name the customer's orders. */
function namedStep(step: string, data: unknown): Pick<Span, 'name' | 'attributes'> {
  if (step === 'search') {
    const found = searchSchema.safeParse(data).data;
    const attributes: Attributes = {
      'gen_ai.operation.name': 'retrieval',
      'gen_ai.data_source.id': 'knowledge',
      'kefu.evidence': found?.evidence,
      'kefu.passages': found?.hits.map(({ id }) => id),
    };
    return { name: 'retrieval knowledge', attributes };
  }
  if (step === 'model') {
    const call = callSchema.safeParse(data).data;
    return {
      name: `chat ${call?.model ?? 'model'}`,
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.request.model': call?.model,
        'gen_ai.usage.input_tokens': call?.inputTokens ?? undefined,
        'gen_ai.usage.output_tokens': call?.outputTokens ?? undefined,
        'gen_ai.response.finish_reasons': call?.finish ? [call.finish] : undefined,
        'kefu.purpose': call?.purpose,
        'kefu.outcome': call?.outcome,
      },
    };
  }
  if (TOOLS.has(step))
    return {
      name: `execute_tool ${step}`,
      attributes: { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': step, 'gen_ai.tool.type': 'function' },
    };
  return { name: step, attributes: { 'kefu.step': step } };
}

/** Messages as the conventions have them: a list of roles with their parts, as JSON. */
const message = (role: string, text: string): string =>
  JSON.stringify([{ role, parts: [{ type: 'text', content: maskPersonal(text) }] }]);
