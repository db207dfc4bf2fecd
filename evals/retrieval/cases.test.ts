import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ANSWERABLE, CROSS_LANGUAGE, sourceOf, UNANSWERABLE } from './cases.ts';

const shop = join(import.meta.dirname, '../../data/shop');
const json = (path: string): unknown => JSON.parse(readFileSync(join(shop, path), 'utf8'));

/** Every name that `expect` may use. */
const sources = new Set([
  ...readdirSync(join(shop, 'knowledge'))
    .filter((name) => name !== 'faqs.json')
    .map(sourceOf),
  ...z
    .array(z.unknown())
    .parse(json('knowledge/faqs.json'))
    .map((_, i) => `faq-${i + 1}`),
  ...z
    .array(z.object({ id: z.string() }))
    .parse(json('products.json'))
    .map(({ id }) => id),
]);

const repeated = (texts: string[]) => texts.filter((text, i) => texts.indexOf(text) !== i);

describe('questions about the sample shop', () => {
  it.each([
    ['answerable', ANSWERABLE],
    ['cross-language', CROSS_LANGUAGE],
  ])('%s: expects only sources that exist', (_, cases) => {
    expect(cases.filter((one) => one.expect.some((name) => !sources.has(name)))).toEqual([]);
  });

  it('asks each question once', () => {
    const asked = [...ANSWERABLE, ...CROSS_LANGUAGE, ...UNANSWERABLE].map(({ question }) => question);
    expect(repeated(asked)).toEqual([]);
  });

  it('crosses both ways thirty times, and has sixty unanswerable ones or more', () => {
    const of = (language: string) => CROSS_LANGUAGE.filter((one) => one.language === language).length;
    expect([of('zh'), of('en')]).toEqual([30, 30]);
    expect(UNANSWERABLE.length).toBeGreaterThanOrEqual(60);
  });
});
