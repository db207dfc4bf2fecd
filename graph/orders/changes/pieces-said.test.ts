import { expect, test } from 'vitest';
import { slotsSchema } from '../../../understanding/types.ts';
import { countSaid, piecesWished } from './pieces-said.ts';

test.each([
  ['just one of them', 1],
  ['I want to return one pack of the socks', 1],
  ['return 2 of the mugs', 2],
  ['remove one mug', 1],
  ['只退一件', 1],
  ['其中两个', 2],
  ['六个碗里有一个是裂的', 1],
  ['有两个碎了', 2],
  ['有一个问题', undefined],
  ['the other one', undefined],
  ['第一个', undefined],
  ['is one year of warranty included', undefined],
])('how many are spoken of: %s', (text, count) => {
  expect(countSaid(text)).toBe(count);
});

test.each([
  ['I only want one of the mugs', 1],
  ['make it two', 2],
  ['make it 6.5 ft', undefined],
  ['make it 30 inch', undefined],
  ['make the mugs five instead of four', 5],
  ['改成两只装的', undefined],
  ['switch it to the pack of two', undefined],
  ['take one of the mugs off', 4],
  ['remove one mug', 4],
  ['drop the mugs', 0],
  ['add two more mugs', 7],
  ['杯子只要两个', 2],
  ['杯子少一个', 4],
  ['去掉两个杯子', 3],
  ['我多拍了一个', 4],
  ['少买了一个杯子', 6],
  ['杯子加两个', 7],
  ['杯子不要了', 0],
  ['make it quick', undefined],
])('how many are to remain of five: %s', (text, pieces) => {
  expect(piecesWished({ text, slots: slotsSchema.parse({}) }, 5, false)).toBe(pieces);
});

test('where a number was asked for, any is the answer', () => {
  expect(piecesWished({ text: 'actually six', slots: slotsSchema.parse({}) }, 5, true)).toBe(6);
  expect(piecesWished({ text: '六个吧', slots: slotsSchema.parse({}) }, 5, true)).toBe(6);
});
