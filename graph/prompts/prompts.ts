import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../../stores/schema.ts';
import type { HistoryLine } from '../engines/engine.ts';

export const promptNameSchema = z.enum(['route', 'plan', 'answer', 'phrase', 'summarise', 'translate']);
export type PromptName = z.infer<typeof promptNameSchema>;

/** What the answer prompt asks for when the passages hold no answer. */
export const NO_ANSWER = 'NO_ANSWER';

const LANGUAGE_NAMES: Record<Language, string> = { zh: 'Chinese (中文)', en: 'English' };
const files = new Map<PromptName, string>();

/** The text of graph/prompts/<name>.md with its `{{placeholders}}` filled; throws when one has no value. */
export function systemPrompt(name: PromptName, values: { language?: Language; intents?: string } = {}): string {
  const file = files.get(name) ?? readFileSync(new URL(`./${name}.md`, import.meta.url), 'utf8').trim();
  files.set(name, file);
  const texts: Record<string, string | undefined> = {
    language: values.language && LANGUAGE_NAMES[values.language],
    intents: values.intents,
  };
  return file.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`The prompt ${name} needs a value for ${key}.`);
    return text;
  });
}

const TAGS = 'passages?|question|message|history|draft|facts|suggestion|error|text';
const TAG = new RegExp(`<(?=\\s*/?\\s*(?:${TAGS})\\b)`, 'gi');

/** Data between tags that it cannot close or open itself. */
export const fenced = (tag: string, text: string, attributes = ''): string =>
  `<${tag}${attributes}>\n${text.replace(TAG, '‹')}\n</${tag}>`;

/** How much of the talk each call gets to read. */
const HISTORY_LINES: Record<PromptName, number> = {
  route: 6,
  plan: 6,
  answer: 6,
  phrase: 2,
  summarise: 12,
  translate: 0,
};
const LINE_LENGTH = 400;

/** The last lines of the conversation as data, as many as the purpose needs; empty when there are none. */
export const fencedHistory = (history: readonly HistoryLine[], purpose: PromptName): string =>
  history.length === 0
    ? ''
    : `${fenced(
        'history',
        history
          .slice(-HISTORY_LINES[purpose])
          .map(({ author, text }) => `${author}: ${text.slice(0, LINE_LENGTH)}`)
          .join('\n'),
      )}\n\n`;
