import { z } from 'zod';
import { guessLanguage } from '../../../knowledge/text/guess-language.ts';
import type { PortableCase } from '../portable-case.ts';

/** An example as LangSmith's SDKs and files have it. */
export interface LangSmithExample {
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

export const toExample = ({ id, suite, question, language, customer, expected }: PortableCase): LangSmithExample => ({
  inputs: { question, language, ...(customer ? { customer } : {}) },
  outputs: { ...expected },
  metadata: { id, suite },
});

const texts = z.union([z.array(z.string()), z.string().transform((text) => text.split('|').map((one) => one.trim()))]);
const messageSchema = z.looseObject({
  role: z.string().optional(),
  type: z.string().optional(),
  content: z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))]),
});
const messagesSchema = z.array(messageSchema);
const exampleSchema = z.looseObject({
  id: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()).nullish(),
  reference_outputs: z.record(z.string(), z.unknown()).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

const QUESTION_KEYS = ['question', 'input', 'text', 'query', 'message', 'prompt'];
const ANSWER_KEYS = ['answer', 'output', 'text', 'reference', 'response', 'expected', 'ground_truth'];

/** The last thing that `role` says in a list of chat messages, OpenAI's or LangChain's. */
function lastOf(messages: unknown, roles: readonly string[]): string | undefined {
  const parsed = messagesSchema.safeParse(messages);
  if (!parsed.success) return undefined;
  const last = parsed.data.findLast(({ role, type }) => roles.includes(role ?? type ?? ''));
  if (!last) return undefined;
  return typeof last.content === 'string' ? last.content : last.content.map(({ text }) => text ?? '').join('');
}

/** A text under one of the keys, else the only text there is. */
function textUnder(values: Record<string, unknown>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = values[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  const all = Object.values(values).filter((value): value is string => typeof value === 'string' && value !== '');
  return all.length === 1 ? all[0] : undefined;
}

/** An example of any dataset of questions; throws an Error with one sentence when no question is found in it. */
export function fromExample(value: unknown, place: string): PortableCase {
  const parsed = exampleSchema.safeParse(value);
  if (!parsed.success) throw new Error(`${place}: ${parsed.error.issues[0]?.path.join('.')} does not fit`);
  const { inputs, metadata, id } = parsed.data;
  const outputs = parsed.data.outputs ?? parsed.data.reference_outputs ?? {};
  const question = lastOf(inputs.messages, ['user', 'human']) ?? textUnder(inputs, QUESTION_KEYS);
  if (!question) throw new Error(`${place}: no question; inputs has ${Object.keys(inputs).join(', ') || 'nothing'}`);
  const said = inputs.language ?? inputs.locale ?? metadata?.language;
  const { sources: _sources, orders: _orders, route: _route, ...withoutOurs } = outputs;
  const answer = lastOf(outputs.messages, ['assistant', 'ai']) ?? textUnder(withoutOurs, ANSWER_KEYS);
  const list = (given: unknown) => texts.safeParse(given).data;
  const [sources, orders] = [list(outputs.sources), list(outputs.orders)];
  const route = typeof outputs.route === 'string' && outputs.route !== '' ? outputs.route : undefined;
  const customer = inputs.customer ?? metadata?.customer;
  return {
    id: typeof metadata?.id === 'string' ? metadata.id : (id ?? place),
    suite: typeof metadata?.suite === 'string' ? metadata.suite : 'dataset',
    question,
    language: said === 'zh' || said === 'en' ? said : guessLanguage(question),
    ...(typeof customer === 'string' && customer !== '' ? { customer } : {}),
    expected: {
      ...(answer === undefined ? {} : { answer }),
      ...(route ? { route } : {}),
      ...(sources ? { sources: sources.filter(Boolean) } : {}),
      ...(orders ? { orders: orders.filter(Boolean) } : {}),
    },
  };
}
