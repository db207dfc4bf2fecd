import type { BaseMessageLike } from '@langchain/core/messages';
import { z } from 'zod';
import type { IntentCatalogue } from '../../../understanding/intents.ts';
import type { Slots, Understanding, UnderstoodRequest } from '../../../understanding/types.ts';
import { fenced, fencedHistory, systemPrompt } from '../../prompts/prompts.ts';
import type { EngineSession } from '../engine.ts';
import type { TurnBudget } from './budget.ts';
import { UpstreamError } from './errors.ts';
import { messageThatFits } from './input.ts';
import { readAll, type Upstream } from './upstream.ts';

/** At or above it the local classifier's calibrated probability is taken at its word, and the router is not asked. */
const CONFIDENT = 0.8;
/** How sure the model's choice counts where the classifier doesn't give more. */
const MODEL_CONFIDENCE = 0.8;
const UNCLEAR = 'unclear';
const MOST_REQUESTS = 4;

/** A customer who asks for a person is never argued with, and needs no model either. */
export const needsNoModel = (understanding: Understanding): boolean =>
  understanding.requests.some(({ route }) => route === 'escalate') ||
  understanding.requests.every(({ confidence }) => confidence >= CONFIDENT);

export interface Router {
  schema: z.ZodType<{ requests: Array<{ text: string; intent: string }> }>;
  jsonSchema: Record<string, unknown>;
  prompt: string;
  routeOf: IntentCatalogue['routeOf'];
}

/** The router's prompt and schema for a catalogue of intents; built once. */
export function createRouter({ intents, routeOf }: IntentCatalogue): Router {
  const schema = z.object({
    requests: z
      .array(z.object({ text: z.string(), intent: z.enum([UNCLEAR, ...intents.map(({ id }) => id)]) }))
      .min(1)
      .max(MOST_REQUESTS),
  });
  const lines = intents.map(({ id, definition }) => `- ${id}: ${definition.en} (${definition.zh})`);
  return {
    schema,
    jsonSchema: z.toJSONSchema(schema),
    prompt: systemPrompt('route', { intents: lines.join('\n') }),
    routeOf,
  };
}

/** Asks the model what a message wants; one repair try. Slots, language and mood stay those of the local rules. */
export async function routeByModel(
  deps: { upstream: Upstream; router: Router; local: EngineSession; budget: TurnBudget; signal: AbortSignal },
  input: Parameters<EngineSession['understand']>[0],
  guess: Understanding,
): Promise<Understanding> {
  const { router } = deps;
  const messages: BaseMessageLike[] = [
    ['system', router.prompt],
    ['user', `${fencedHistory(input.history, 'route')}${fenced('message', messageThatFits(input.text))}`],
  ];
  const schema = { name: 'requests', schema: router.jsonSchema };
  const ask = async () => {
    const { budget, signal } = deps;
    return (await readAll(deps.upstream.stream({ purpose: 'route', messages, budget, signal, schema })))?.text ?? '';
  };
  const first = await ask().catch((error: unknown) => {
    // A server without structured output: asked again without.
    if (error instanceof UpstreamError && error.upstreamStatus === 400) return undefined;
    throw error;
  });
  let parsed = first === undefined ? undefined : parseJson(router, first);
  if (!parsed?.success) {
    if (first !== undefined) {
      messages.push(['assistant', first.slice(0, 4_000)]);
      messages.push([
        'user',
        `${fenced('error', parsed?.error ?? '')}\nGive the JSON again, repaired, and nothing else.`,
      ]);
    }
    parsed = parseJson(router, await ask());
    if (!parsed.success) throw new UpstreamError('unreadable');
  }
  return adopt(parsed.data.requests, deps, input, guess);
}

type Parsed = { success: true; data: z.infer<Router['schema']> } | { success: false; error: string };

/** Reads the JSON, also from between Markdown fences, and checks it. */
function parseJson(router: Router, text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch (error) {
    return { success: false, error: String(error) };
  }
  const result = router.schema.safeParse(value);
  return result.success
    ? { success: true, data: result.data }
    : { success: false, error: z.prettifyError(result.error).slice(0, 1_000) };
}

async function adopt(
  chosen: Array<{ text: string; intent: string }>,
  { local, router }: { local: EngineSession; router: Router },
  input: Parameters<EngineSession['understand']>[0],
  guess: Understanding,
): Promise<Understanding> {
  // A part that the customer did not write is no request of theirs.
  const said = chosen.filter(({ text }) => text.trim() !== '' && input.text.includes(text.trim()));
  const several = said.length > 1;
  const wanted = several ? said : chosen.slice(0, 1);
  const requests = await Promise.all(
    wanted.map(async ({ text, intent }): Promise<UnderstoodRequest> => {
      const own = several ? await local.understand({ ...input, text: text.trim() }) : guess;
      const merged = mergeRequests(own.requests);
      const base = several ? merged : { ...merged, text: input.text };
      if (intent === UNCLEAR || intent === base.intent || base.route === 'escalate') return base;
      const route = router.routeOf.get(intent) ?? 'clarify';
      return {
        ...base,
        intent,
        route,
        confidence: Math.max(MODEL_CONFIDENCE, confidenceOf(intent, own.requests)),
        alternatives: own.requests.map((request) => ({ intent: request.intent, confidence: request.confidence })),
        // Only the customer's own words bring in a person at once; a model may offer one.
        slots: route === 'escalate' ? { ...base.slots, offerOnly: true } : base.slots,
      };
    }),
  );
  return requests.length === 0 ? guess : { ...guess, requests };
}

const confidenceOf = (intent: string, requests: UnderstoodRequest[]): number =>
  Math.max(
    0,
    ...requests
      .flatMap((request) => [request, ...request.alternatives])
      .filter((one) => one.intent === intent)
      .map((one) => one.confidence),
  );

/** What several local requests found, as one. */
function mergeRequests([first, ...others]: UnderstoodRequest[]): UnderstoodRequest {
  if (!first) throw new Error('An understanding has at least one request.');
  return {
    ...first,
    isQuestion: [first, ...others].some((request) => request.isQuestion),
    slots: others.reduce((slots, request) => mergeSlots(slots, request.slots), first.slots),
  };
}

const mergeSlots = (a: Slots, b: Slots): Slots => ({
  ...b,
  ...a,
  orderIds: [...new Set([...a.orderIds, ...b.orderIds])],
  trackingNumbers: [...new Set([...a.trackingNumbers, ...b.trackingNumbers])],
  phones: [...new Set([...a.phones, ...b.phones])],
  emails: [...new Set([...a.emails, ...b.emails])],
  money: [...a.money, ...b.money],
  dates: [...a.dates, ...b.dates],
  products: [...a.products, ...b.products],
  categories: [...a.categories, ...b.categories],
  needs: [...new Set([...a.needs, ...b.needs])],
});
