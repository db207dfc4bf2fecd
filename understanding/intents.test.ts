import { expect, test } from 'vitest';
import { countTraditional } from '../text/traditional.ts';
import { loadIntents } from './intents.ts';

const { intents } = loadIntents();
const LEAST = 60;
/** Slots and choices of a template are no words of its own. */
const plain = (text: string): string => text.replace(/\{\w+\}/g, '');
const same = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();

test('35 to 45 intents, each with what it means in both languages', () => {
  expect(intents.length).toBeGreaterThanOrEqual(35);
  expect(intents.length).toBeLessThanOrEqual(45);
  expect(new Set(intents.map(({ id }) => id)).size).toBe(intents.length);
});

test.each(intents)(
  '$id has sixty utterances and more a language, short and long ones, in all ways of writing',
  ({ examples, route }) => {
    for (const language of ['zh', 'en'] as const) {
      const texts = examples[language];
      expect(texts.length, language).toBeGreaterThanOrEqual(LEAST);
      const lengths = texts.map((text) =>
        language === 'zh' ? [...plain(text)].length : plain(text).split(' ').length,
      );
      expect(Math.min(...lengths), `${language}, shortest`).toBeLessThanOrEqual(4);
      expect(Math.max(...lengths), `${language}, longest`).toBeGreaterThanOrEqual(route === 'smalltalk' ? 4 : 8);
    }
    expect(examples.zh.filter((text) => countTraditional(text) > 0).length, 'traditional characters').toBeGreaterThan(
      0,
    );
  },
);

test('no utterance stands for two intents, or twice for one', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const { id, examples } of intents) {
    for (const text of [...examples.zh, ...examples.en]) {
      const key = same(text) || text;
      const other = seen.get(key);
      if (other !== undefined) twice.push(`${text}: ${other}, ${id}`);
      seen.set(key, id);
    }
  }
  expect(twice).toEqual([]);
});

test('Chinese customers mix English in, and people mistype', () => {
  const mixed = intents.filter(({ examples }) => examples.zh.some((text) => /[a-z]{2,}/i.test(plain(text))));
  expect(mixed.length).toBeGreaterThanOrEqual(intents.length * 0.8);
});
