import { expect, it } from 'vitest';
import { dictionaries } from '../../i18n/dictionary.ts';
import { faultWords } from './fault-words.ts';

const { en, zh } = dictionaries;

it('tells what is particular to a file in the reader’s language, or not at all', () => {
  const pages = { code: 'too_large', message: 'The file is too large (5200 pages)' };
  expect(faultWords(en, 'en', pages)).toMatch(/smaller files\. \(5200 pages\)$/);
  expect(faultWords(zh, 'zh', pages)).toMatch(/（5200 页）$/);
  const unknown = { code: 'damaged', message: 'It is damaged (its XML is odd)' };
  expect(faultWords(zh, 'zh', unknown)).not.toMatch(/[a-z]/i);
});
