import { expect, it } from 'vitest';
import { type Placed, placedPdf } from '../../../testing/placed-pdf.ts';
import { loadPdf } from './load-pdf.ts';

const dots = (text: string, number: string | number) => `${text} ${'. '.repeat(30)}${number}`;
const load = async (lines: string[], pages: number) => {
  const texts = lines.map((line, i): Placed => [60, 80 + i * 16, line, 11]);
  const more = Array.from({ length: pages - 1 }, (_, i) => ({ texts: [[60, 80, `Page of text ${i}.`, 11] as Placed] }));
  const {
    pages: [first],
  } = await loadPdf(await placedPdf([{ texts }, ...more]));
  return JSON.stringify(first?.blocks);
};

it('leaves a table of contents out, chapters without dots as well', async () => {
  const lines = [
    'Contents',
    '1 Setting up 1',
    dots('1.1 The foot', 1),
    dots('1.2 The arm', 2),
    '2 Care 3',
    dots('2.1 The shade', 3),
  ];
  const said = await load([...lines, '3 Service 4'], 4);
  expect(said).not.toMatch(/foot|Service|Care/);
});

it('keeps a price list whose dots lead to prices', async () => {
  const cakes = [
    ['Apple', 3],
    ['Lemon', 4],
    ['Nut', 4],
    ['Plum', 5],
    ['Rum', 6],
  ] as const;
  const said = await load(
    cakes.map(([name, price]) => dots(`${name} cake`, price)),
    1,
  );
  for (const [name] of cakes) expect(said).toContain(`${name} cake`);
});
