import { expect, it } from 'vitest';
import type { Hit, Retriever } from '../../../knowledge/types.ts';
import { zoneOfPlace } from './zone-of-place.ts';

const { signal } = new AbortController();
/** Finds all texts, those of one document. */
const zoneOf = (question: string, ...texts: string[]) => {
  const hits = texts.map((text) => ({ text, documentId: 'd' }) as unknown as Hit);
  const retriever = { search: async () => ({ evidence: 0.5, hits }) } as unknown as Retriever;
  return zoneOfPlace(question, { retriever, language: 'en' }, signal);
};

it('finds the column of a table that a sentence puts a place into', async () => {
  const table = '| Bikes | Area 1 | Area 2 |\n| --- | --- | --- |\n| one | 20 | 35 |';
  const said = 'We bring bikes by van. Area 1 is Ghent and Bruges, Area 2 is Liège.';
  expect(await zoneOf('a bike to Liège, how much?', said, table)).toEqual({ place: 'Liège', zone: 'Area 2' });
  expect(await zoneOf('送两辆车到昆山多少钱', '甲区：苏州、昆山；乙区：南通\n| 辆数 | 甲区 | 乙区 |')).toEqual({
    place: '昆山',
    zone: '甲区',
  });
});

it('finds none where the table does not speak of it, or the place is in no zone', async () => {
  const said = 'Area 1 is Ghent and Bruges, Area 2 is Liège.';
  expect(await zoneOf('a bike to Liège?', said, '| Bikes | Price |\n| one | 20 |')).toBeUndefined();
  expect(
    await zoneOf('can Ghent pay by card?', 'Area 1 goes by van from Ghent.', '| Bikes | Area 1 |'),
  ).toBeUndefined();
  expect(await zoneOf('a bike to Namur?', said, '| Bikes | Area 1 | Area 2 |')).toBeUndefined();
});
