import { expect, it } from 'vitest';
import { mendedWord, writtenWords } from './written-words.ts';

it.each([
  ['Are the Headphones waterproof?', 'headphon', 'Headphones'],
  ['How do batteries last in the AF-50 Pro?', 'af50', 'AF-50'],
  ['batteries for my AF-50', 'batteri', 'batteries'],
  ['Is there a 30-minute lesson?', 'minut', 'minute'],
  ['What is the return policy of headphones?', 'return polici', 'return policy'],
  ['蓝牙Headphones能退吗', 'headphon', 'Headphones'],
  ['蓝牙耳机能退吗', '耳机', '耳机'],
])('in “%s” %s was written %s', (question, term, written) => {
  expect(writtenWords(question)(term)).toBe(written);
});

it('gives a mended word the ending that was written', () => {
  expect(mendedWord('headphon', { term: 'hedphon', written: 'Hedphones' })).toBe('headphones');
  expect(mendedWord('dai', { term: 'dei', written: 'deys' })).toBe('dai');
});
