import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { guessLanguage } from '../../knowledge/text/guess-language.ts';

/** A question about the sample shop and what may answer it: documents by name (in either language), FAQs, products. */
export interface AnswerableCase {
  question: string;
  language: 'zh' | 'en';
  expect: string[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));

const answerableIn = (name: string): AnswerableCase[] =>
  z
    .array(z.object({ q: z.string(), expect: z.array(z.string()).min(1) }))
    .parse(read(name))
    .map(({ q, expect }) => ({ question: q, language: guessLanguage(q), expect }));

export const ANSWERABLE = answerableIn('answerable.json');

/** To be asked where only documents of the other language are at hand; worded independently of `ANSWERABLE`. */
export const CROSS_LANGUAGE = answerableIn('cross-language.json');

/** Questions that nothing in the sample shop answers, near and far. */
export const UNANSWERABLE = z
  .array(z.string())
  .parse(read('unanswerable.json'))
  .map((question) => ({ question, language: guessLanguage(question) }));

/** `warranty-policy.zh.pdf` and `warranty-policy.en.pdf` are one source. */
export const sourceOf = (documentId: string): string => documentId.replace(/\.(?:zh|en)\.\w+$/, '');
