import type { StructuredToolInterface } from '@langchain/core/tools';
import { z } from 'zod';
import { fenced, fencedHistory, systemPrompt } from '../../prompts/prompts.ts';
import type { EngineSession, PlannedToolCall } from '../engine.ts';
import type { TurnBudget } from './budget.ts';
import { messageThatFits } from './input.ts';
import { readAll, type Upstream } from './upstream.ts';

type PlanInput = Parameters<EngineSession['planTools']>[0];

/** The customer gave the number, and the rules read it: a model could only copy it. */
export const isSettled = ({ request, suggested, tools }: PlanInput): boolean =>
  tools.length === 0 ||
  (suggested.length > 0 && request.slots.orderIds.length + request.slots.trackingNumbers.length > 0);

/** Lets the model choose among the turn's tools. What it may not call, or made up, gives way to the suggestion. */
export async function planByModel(
  deps: { upstream: Upstream; budget: TurnBudget; signal: AbortSignal },
  input: PlanInput,
): Promise<{ calls: PlannedToolCall[]; adopted: boolean }> {
  const { request, tools, suggested, history } = input;
  const parts = [
    fencedHistory(history, 'plan'),
    suggested.length > 0 ? `${fenced('suggestion', JSON.stringify(suggested))}\n\n` : '',
    fenced('message', messageThatFits(request.text)),
  ];
  const answer = await readAll(
    deps.upstream.stream({
      purpose: 'plan',
      messages: [
        ['system', systemPrompt('plan')],
        ['user', parts.join('')],
      ],
      tools,
      budget: deps.budget,
      signal: deps.signal,
    }),
  );
  const sources = [request.text, ...history.map(({ text }) => text), JSON.stringify(suggested)]
    .join('\n')
    .toLowerCase();
  const calls = (answer?.tool_call_chunks ?? []).flatMap(({ name, args }) => checkCall(name, args, tools, sources));
  return calls.length > 0 ? { calls, adopted: true } : { calls: suggested, adopted: false };
}

/** The arguments are read strictly here: LangChain's own reading mends JSON that broke off. */
function checkCall(
  name: string | undefined,
  args: string | undefined,
  tools: StructuredToolInterface[],
  sources: string,
): PlannedToolCall[] {
  const tool = tools.find((one) => one.name === name);
  const parsed = argumentsSchema.safeParse(args ?? '{}');
  if (!tool || !parsed.success || !(tool.schema instanceof z.ZodType)) return [];
  const fits = tool.schema.safeParse(parsed.data).success;
  const known = namesIn(parsed.data).every((value) => sources.includes(value.toLowerCase()));
  return fits && known ? [{ name: tool.name, args: parsed.data }] : [];
}

const argumentsSchema = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('The arguments are no JSON.');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.unknown()));

/** Every argument that names something: texts with a digit, and whatever stands under a key for ids or numbers. */
function namesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /\d/.test(value) || /(?:ids?|numbers?)$/i.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, item]) => namesIn(item, name));
  return [];
}
