import { expect, it } from 'vitest';
import { createLineJoiner } from './join-lines.ts';
import { linePitches, toParagraphs } from './paragraphs.ts';
import type { Line } from './rows.ts';

const SIZE = 10;

/** Lines one under another in the same letters, five points a letter. */
const linesOf = (texts: string[]): Line[] =>
  texts.map((text, at) => ({
    text,
    x0: 50,
    x1: 50 + text.length * 5,
    y: 700 - at * 14,
    size: SIZE,
    font: 'f1',
    rtl: false,
  }));

const read = (texts: string[]): string[] => {
  const lines = linesOf(texts);
  const options = {
    pitches: linePitches([lines]),
    join: createLineJoiner(texts),
    isHeading: () => false,
    bodySize: SIZE,
  };
  return toParagraphs(lines, options).map(({ text }) => text);
};

it('keeps a title that is set like the text out of the sentence below it', () => {
  expect(
    read([
      'Who pays for returns',
      'You pay the postage of a return unless the item arrived broken or',
      'was not what you ordered; then we pay it, and send you a label too.',
    ]),
  ).toEqual([
    'Who pays for returns',
    'You pay the postage of a return unless the item arrived broken or was not what you ordered; then we pay it, and send you a label too.',
  ]);
});

it('joins lines of a paragraph that were broken for want of room', () => {
  expect(read(['Returns are free within thirty days of the day on which the', 'parcel arrived.'])).toEqual([
    'Returns are free within thirty days of the day on which the parcel arrived.',
  ]);
});

it('keeps lines apart that ended with much room left, and begin as sentences do', () => {
  expect(
    read([
      'Dents that are deeper than two centimetres and a half when nothing',
      'lies on them',
      'Seams that open by themselves',
      'Slats that break under a person of up to a hundred and thirty kilos',
    ]),
  ).toEqual([
    'Dents that are deeper than two centimetres and a half when nothing lies on them',
    'Seams that open by themselves',
    'Slats that break under a person of up to a hundred and thirty kilos',
  ]);
});
