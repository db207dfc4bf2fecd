import { expect, it } from 'vitest';
import { type Drawn, type Placed, placedPdf } from '../../../testing/placed-pdf.ts';
import { loadPdf } from './load-pdf.ts';

const CARDS: Array<[title: string, lines: string[]]> = [
  ['Rinse the tank', ['Fill it to the upper', 'line with water.']],
  ['Switch on', ['Hold the button for', 'three seconds, until', 'the ring turns white.']],
  ['Flush', ['Run two cups through', 'the group head.']],
];
const TEXT: Placed[] = [
  [60, 60, 'This machine makes coffee for a whole office, every day of the year.', 10],
  [60, 74, 'Read the pages that follow before you use it, and keep them near it.', 10],
];
const cards = (numeral: number): Placed[] =>
  CARDS.flatMap(([title, texts], c): Placed[] => {
    const x = 60 + c * 150;
    return [
      [x, 120, String(c + 1), numeral],
      [x, 156, title, 10, 'bold'],
      ...texts.map((text, i): Placed => [x, 170 + i * 13, text, 10]),
    ];
  });
const blocksOf = async (texts: Placed[], rules: Drawn[] = []) =>
  (await loadPdf(await placedPdf([{ texts, rules }]))).pages[0]?.blocks.slice(1);
const STEPS = [
  { kind: 'item', text: '1. Rinse the tank: Fill it to the upper line with water.' },
  { kind: 'item', text: '2. Switch on: Hold the button for three seconds, until the ring turns white.' },
  { kind: 'item', text: '3. Flush: Run two cups through the group head.' },
];
const AFTER: Placed = [60, 260, 'Descale the machine every four months, or when the lamp tells you to.', 10];

it('reads cards of steps below large numerals card by card', async () => {
  expect(await blocksOf([...TEXT, ...cards(30), AFTER])).toEqual([...STEPS, { kind: 'text', text: AFTER[2] }]);
});

it('reads them so where each card is framed', async () => {
  const frames = [0, 1, 2].flatMap((c): Drawn[] => {
    const [x0, x1] = [55 + c * 150, 195 + c * 150];
    return [
      [x0, 110, x1, 110],
      [x0, 215, x1, 215],
      [x0, 110, x0, 215],
      [x1, 110, x1, 215],
    ];
  });
  expect(await blocksOf([...TEXT, ...cards(30), AFTER], frames)).toEqual([...STEPS, { kind: 'text', text: AFTER[2] }]);
});

it('takes numerals of the size of the text for the heads of a table', async () => {
  const blocks = await blocksOf([...TEXT, ...cards(10), AFTER]);
  expect(blocks?.some((block) => block.kind === 'item')).toBe(false);
});
