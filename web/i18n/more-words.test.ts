import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import builtIn from '../../tools/state-words.json' with { type: 'json' };
import { en } from './en.ts';

const folder = join(import.meta.dirname, 'more');
const schema = z.strictObject({
  locale: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  words: z.record(z.string(), z.string().min(1)),
  states: z.record(z.string(), z.record(z.string(), z.string().min(1))),
});
/** What there is a word for: "order pending". */
const codes = (states: Record<string, object>) =>
  Object.entries(states).flatMap(([of, codes]) => Object.keys(codes).map((code) => `${of} ${code}`));
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

test.each(readdirSync(folder))('%s has every word, with the same places to fill, and every state', (name) => {
  const { locale, words, states } = schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  expect(`${locale}.json`).toBe(name);
  expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
  expect(codes(states).sort()).toEqual(codes(builtIn).sort());
  for (const [word, text] of Object.entries(en)) expect(slots(words[word] ?? ''), word).toEqual(slots(text));
});
