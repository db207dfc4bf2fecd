import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../../stores/schema.ts';
import { detectLanguage } from '../../understanding/language.ts';
import { type LabelLine, labelLineSchema } from './label-schema.ts';

export type LineFormat = 'own' | 'openai';

/** A row that can't be taken, with its place in the file from 1. */
export interface BadLine {
  line: number;
  field: string;
  message: string;
}

export interface ReadLines {
  good: Array<LabelLine & { id: string; language: Language }>;
  bad: BadLine[];
}

const MOST_LINES = 50_000;
const MOST_FAULTS = 200;

const chatSchema = z.object({
  messages: z
    .array(z.looseObject({ role: z.enum(['system', 'user', 'assistant', 'developer', 'tool']), content: z.string() }))
    .min(2),
});
const routedSchema = z.object({ requests: z.array(z.object({ text: z.string(), intent: z.string() })).min(1) });

/** Reads JSON lines of either format. Faulty rows are named with line and field, at most 200 of them; good ones kept. */
export function readLines(text: string, format: LineFormat, intents: ReadonlySet<string>): ReadLines {
  const good: ReadLines['good'] = [];
  const bad: BadLine[] = [];
  const fault = (line: number, field: string, message: string) => {
    if (bad.length < MOST_FAULTS) bad.push({ line, field, message });
  };
  const rows = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, row] of rows.entries()) {
    const number = index + 1;
    if (row.trim() === '') continue;
    if (number > MOST_LINES) {
      fault(number, '', `A file may have ${MOST_LINES} lines.`);
      break;
    }
    let value: unknown;
    try {
      value = JSON.parse(row);
    } catch {
      fault(number, '', 'This is no JSON.');
      continue;
    }
    const own = format === 'own' ? value : fromChat(value, (field, message) => fault(number, field, message));
    if (own === undefined) continue;
    const parsed = labelLineSchema.safeParse(own);
    if (!parsed.success) {
      for (const issue of parsed.error.issues.slice(0, 3)) fault(number, issue.path.join('.'), issue.message);
      continue;
    }
    const unknown = parsed.data.requests.findIndex(({ intent }) => !intents.has(intent));
    if (unknown >= 0) {
      fault(number, `requests.${unknown}.intent`, `There is no intent ${parsed.data.requests[unknown]?.intent}.`);
      continue;
    }
    const language = parsed.data.language ?? detectLanguage(parsed.data.text, 'en').language;
    good.push({ ...parsed.data, id: parsed.data.id ?? idOf(parsed.data.text), language });
  }
  return { good, bad };
}

/** Without an id of its own a row is known by its text. */
const idOf = (text: string): string => createHash('sha256').update(text.trim()).digest('hex').slice(0, 32);

/** A routing row of OpenAI's chat format as an own one. Rows for writing carry no intent, and are not taken. */
function fromChat(value: unknown, fault: (field: string, message: string) => void): unknown {
  const chat = chatSchema.safeParse(value);
  if (!chat.success) {
    for (const issue of chat.error.issues.slice(0, 3)) fault(issue.path.join('.'), issue.message);
    return undefined;
  }
  const { messages } = chat.data;
  const last = messages.at(-1);
  const said = messages.findLastIndex(({ role }) => role === 'user');
  const at = `messages.${messages.length - 1}`;
  if (last?.role !== 'assistant' || said < 0) {
    fault(`${at}.role`, 'The last message must be the assistant’s, after one of the user.');
    return undefined;
  }
  let answer: unknown;
  try {
    answer = JSON.parse(last.content);
  } catch {
    fault(`${at}.content`, 'This is no JSON: only rows for routing can be taken, {"requests":[{"text","intent"}]}.');
    return undefined;
  }
  const routed = routedSchema.safeParse(answer);
  if (!routed.success) {
    for (const issue of routed.error.issues.slice(0, 3)) fault(`${at}.content.${issue.path.join('.')}`, issue.message);
    return undefined;
  }
  const content = messages[said]?.content ?? '';
  const text = /<message>\n([\s\S]*)\n<\/message>/.exec(content)?.[1] ?? content;
  return { text, requests: routed.data.requests };
}
