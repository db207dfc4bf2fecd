import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { en } from './en.ts';

const folder = join(import.meta.dirname, 'more');
const schema = z.strictObject({
  locale: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  words: z.record(z.string(), z.string().min(1)),
});
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

test.each(readdirSync(folder))('%s has every word, with the same places to fill', (name) => {
  const { locale, words } = schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  expect(`${locale}.json`).toBe(name);
  expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
  for (const [word, text] of Object.entries(en)) expect(slots(words[word] ?? ''), word).toEqual(slots(text));
});
