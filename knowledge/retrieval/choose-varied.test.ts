import { expect, it } from 'vitest';
import { tradeWords } from '../text/trade-words.ts';
import type { Passage } from '../types.ts';
import { analysePassage } from './analysed-passage.ts';
import { chooseVaried } from './choose-varied.ts';

const candidate = (id: string, score: number, text: string, language: Passage['language'] = 'en') => ({
  score,
  passage: analysePassage(
    {
      ...{ id, kind: 'document', documentId: id, title: '', page: null, heading: null },
      ...{ text, language, audience: 'public' },
    },
    '',
    tradeWords().analyzer,
  ),
});
const ids = (list: Array<ReturnType<typeof candidate>>) => list.map(({ passage }) => passage.passage.id);

it('puts another topic before a second passage that says nearly the same', () => {
  const chosen = chooseVaried(
    [
      candidate('first', 9, 'Cordless vacuum cleaner with a wall mount and two brushes.'),
      candidate('alike', 8.5, 'Cordless vacuum cleaner with a wall mount and three brushes, grey.'),
      candidate('other', 7, 'Repairs take five working days; postage is free.'),
    ],
    3,
  );
  expect(ids(chosen)).toEqual(['first', 'other', 'alike']);
});

it('leaves repetitions out, but not translations, and never moves the best', () => {
  const chosen = chooseVaried(
    [
      candidate('a', 9, 'Delivery is free from 99 yuan.'),
      candidate('b', 9, 'Delivery is free from 99 yuan.'),
      candidate('c', 8, '满 99 元免运费。', 'zh'),
    ],
    8,
  );
  expect(ids(chosen)).toEqual(['a', 'c']);
});
