import { describe, expect, test } from 'vitest';
import { dictionaries as consoleWords, wordsInTwoParts } from '../console/i18n/dictionary.ts';
import { dictionaries as shopWords } from '../shop/i18n/dictionary.ts';
import { fill, pickLocale, dictionaries as widgetWords } from './dictionary.ts';

type Words = { [key: string]: string | string[] | Words };

/** Every text by its path; a list counts as one. */
function texts(words: Words, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(path + key, value);
    else if (Array.isArray(value)) found.set(path + key, value.join('\n'));
    else for (const [below, text] of texts(value, `${path}${key}.`)) found.set(below, text);
  }
  return found;
}
const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each([
  ['widget', widgetWords],
  ['shop', shopWords],
  ['console', consoleWords],
])('the words of the %s', (_name, { zh, en }) => {
  const chinese = texts(zh);
  const english = texts(en);

  test('are the same in both languages, with the same blanks to fill', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of english) expect([key, blanks(chinese.get(key) ?? '')]).toEqual([key, blanks(text)]);
  });

  test('leave nothing empty', () => {
    for (const [key, text] of [...chinese, ...english]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  test('use full-width punctuation in Chinese', () => {
    for (const [key, text] of chinese)
      expect([key, text]).toEqual([key, expect.not.stringMatching(/\p{Script=Han}[,;:?!]/u)]);
  });
});

test('the first language that there are words for is taken', () => {
  expect(pickLocale([null, 'fr-FR', 'zh-Hant-TW', 'en'])).toBe('zh');
  expect(pickLocale(['de'])).toBe('en');
});

test('blanks are filled, unknown ones left', () => {
  expect(fill('{n} of {all}', { n: 1 })).toBe('1 of {all}');
});

test('no part of the console takes another’s word', () => {
  expect(wordsInTwoParts()).toEqual([]);
});

test('name every kind of change both as a wish and as what was done', () => {
  const forms = (form: string) =>
    Object.keys(consoleWords.en).flatMap((word) => (word.startsWith(form) ? [word.slice(form.length)] : []));
  expect(forms('wish_')).not.toEqual([]);
  expect(forms('made_')).toEqual(forms('wish_'));
});
