import { expect, it } from 'vitest';
import { namesIn } from './names-in.ts';

const names = (question: string) => [...namesIn(question)];

it('takes words with a capital within a sentence for names, by their terms', () => {
  expect(names('Do you deliver parcels to Hong Kong?')).toEqual(['hong', 'kong']);
  expect(names("Where is Anna's parcel?")).toEqual(['anna']);
  expect(names('Доставляете ли вы в Минск?')).toEqual(['минск']);
});

it('takes no word for a name because it opens a sentence', () => {
  expect(names('Returning a lamp. Who pays? “Nobody” said the chat.')).toEqual([]);
});

it('takes nothing for a name where capitals tell nothing', () => {
  expect(names('WHERE IS MY ORDER')).toEqual([]);
  expect(names('Do You Ship Lamps Abroad')).toEqual([]);
  expect(names('你们发货到香港吗')).toEqual([]);
});
