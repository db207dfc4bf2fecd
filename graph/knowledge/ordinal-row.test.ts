import { expect, it } from 'vitest';
import { splitSentences } from '../../knowledge/text/sentences.ts';
import type { Hit } from '../../knowledge/types.ts';
import { withOrdinalRow } from './ordinal-row.ts';

const table = (head: string, ...rows: string[]) =>
  `| ${head} |\n|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}`;

/** The first cells of the rows that are left; undefined: the passage is left out. */
function rowsFor(question: string, text: string, language: 'zh' | 'en' = 'en'): string[] | undefined {
  const passage = splitSentences(text);
  const hit = { text, language, sentences: passage.map((_, at) => 0.9 - at / 10) } as unknown as Hit;
  const [told] = withOrdinalRow([hit], question);
  return (
    told &&
    passage.flatMap(({ text: row }, at) => ((told.sentences[at] ?? 0) > 0 ? (row.split('|')[1]?.trim() ?? row) : []))
  );
}

const shelves = table('Shelf | Bears', '1 | 20 kg', '2 | 15 kg', '3 | 10 kg');

it('an ordinal is answered by the row with it, however the row writes it', () => {
  expect(rowsFor('how much does the third shelf hold?', shelves)).toEqual(['3']);
  expect(
    rowsFor('what can I put on the 2nd shelf', table('Shelves | Bears', 'First shelf | 20 kg', 'Second shelf | 15 kg')),
  ).toEqual(['Second shelf']);
  expect(
    rowsFor(
      '第三层能放多重的东西',
      table('层 | 承重', '第一层 | 20 公斤', '第二层 | 15 公斤', '第三层 | 10 公斤'),
      'zh',
    ),
  ).toEqual(['第三层']);
  expect(rowsFor('第二个抽屉能放多重', table('抽屉 | 承重', '1 | 5 公斤', '2 | 3 公斤'), 'zh')).toEqual(['2']);
  expect(rowsFor('第二层能放多重', shelves, 'en')).toEqual(['2']);
});

it('a row for several places holds for each of them', () => {
  const floors = table('Floor | Fee', '1–3 | free', '4 and above | ¥10 a floor');
  expect(rowsFor('I live on the second floor, what is the fee', floors)).toEqual(['1–3']);
  expect(rowsFor('carry it up to the 6th floor', floors)).toEqual(['4 and above']);
});

it('a table that has no such row is no answer', () => {
  expect(rowsFor('how much does the fifth shelf hold?', shelves)).toBeUndefined();
  expect(rowsFor('第四层能放多重', table('层 | 承重', '上层 | 20 公斤', '下层 | 15 公斤'), 'zh')).toBeUndefined();
});

it('what counts nothing, or other things, stays as it is', () => {
  expect(rowsFor('is this my first time shelf', shelves)).toEqual(['1', '2', '3']);
  expect(rowsFor('the second year of warranty', shelves)).toEqual(['1', '2', '3']);
  expect(rowsFor('which shelf holds most', shelves)).toEqual(['1', '2', '3']);
  expect(rowsFor('the third shelf', table('Shelf made of | Bears', 'Oak | 20 kg', 'Steel | 15 kg'))).toEqual([
    'Oak',
    'Steel',
  ]);
});
