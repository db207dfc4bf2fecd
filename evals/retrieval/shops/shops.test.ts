import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { productSchema } from '../../../stores/shop-files/schema.ts';
import { readShopQuestions, SHOP_NAMES, shopFolder } from './read-shop-questions.ts';

const faqSchema = z.strictObject({
  question: z.string(),
  answer: z.string(),
  variants: z.array(z.string()).min(1),
  locale: z.enum(['zh', 'en']),
});

const plain = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Every name that `expect` may use, with the text that stands under it. */
function sourcesOf(shop: string): Map<string, string> {
  const folder = join(shopFolder(shop), 'knowledge');
  const files = readdirSync(folder).filter((name) => name !== 'faqs.json');
  const products = z.array(productSchema).parse(json(join(shopFolder(shop), 'products.json')));
  const faqs = z.array(faqSchema).parse(json(join(folder, 'faqs.json')));
  return new Map([
    ...files.map((name): [string, string] => [name, plain(readFileSync(join(folder, name), 'utf8'))]),
    ...faqs.map(({ question, answer }): [string, string] => [question, plain(answer)]),
    ...products.map((product): [string, string] => [product.id, plain(JSON.stringify(product))]),
  ]);
}

describe.each(SHOP_NAMES)('shop %s', (shop) => {
  const { answerable, unanswerable } = readShopQuestions(shop);
  const sources = sourcesOf(shop);

  it('expects sources that exist and quotes words that stand in one of them', () => {
    const wrong = answerable.filter(({ expect: names, quote }) => {
      const texts = names.map((name) => sources.get(name));
      return texts.includes(undefined) || !texts.some((text) => text?.includes(plain(quote)));
    });
    expect(wrong).toEqual([]);
  });

  it('asks each question once', () => {
    const all = [...answerable.map(({ q }) => q), ...unanswerable];
    expect(all.filter((q, i) => all.indexOf(q) !== i)).toEqual([]);
  });

  it('has questions enough to tell a change from chance', () => {
    expect(answerable.length).toBeGreaterThanOrEqual(40);
    expect(unanswerable.length).toBeGreaterThanOrEqual(30);
  });
});
