import { readFileSync } from 'node:fs';
import type { Language } from '../../stores/schema.ts';
import type { HistoryLine } from '../engines/engine.ts';

export type PromptName = 'route' | 'plan' | 'answer' | 'phrase' | 'summarise';

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

const TAGS = 'passages?|question|message|history|draft|facts|suggestion|error';
const TAG = new RegExp(`<(?=\\s*/?\\s*(?:${TAGS})\\b)`, 'gi');

/** Data between tags that it cannot close or open itself. */
export const fenced = (tag: string, text: string, attributes = ''): string =>
  `<${tag}${attributes}>\n${text.replace(TAG, '‹')}\n</${tag}>`;

const HISTORY_LINES = 6;
const LINE_LENGTH = 400;

/** The last lines of the conversation as data; empty when there are none. */
export const fencedHistory = (history: readonly HistoryLine[], lines = HISTORY_LINES): string =>
  history.length === 0
    ? ''
    : `${fenced(
        'history',
        history
          .slice(-lines)
          .map(({ author, text }) => `${author}: ${text.slice(0, LINE_LENGTH)}`)
          .join('\n'),
      )}\n\n`;
