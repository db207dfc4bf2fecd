import { expect, it } from 'vitest';
import { type Drawn, type Placed, placedPdf } from '../../../testing/placed-pdf.ts';
import { loadPdf } from './load-pdf.ts';

it('reads the columns below a head that spans two of them and is underlined', async () => {
  const row = (y: number, cells: Array<[number, string]>): Placed[] => cells.map(([x, cell]) => [x, y, cell, 11]);
  const texts = [
    ...row(100, [
      [187, 'Model'],
      [282, 'Range'],
      [367, 'Drive'],
    ]),
    ...row(119, [
      [238, 'Min. (Nm)'],
      [302, 'Max. (Nm)'],
    ]),
    ...row(138, [
      [187, 'TW 25'],
      [261, '5'],
      [323, '25'],
      [367, '1/4 inch'],
    ]),
    ...row(152, [
      [187, 'TW 110'],
      [258, '20'],
      [320, '110'],
      [367, '3/8 inch'],
    ]),
    ...row(166, [
      [187, 'TW 210'],
      [258, '40'],
      [320, '210'],
      [367, '1/2 inch'],
    ]),
  ];
  const rules = [87, 125, 171].map((y): [number, number, number, number] => [187, y, 407, y]);
  const { pages } = await loadPdf(await placedPdf([{ texts, rules: [...rules, [237, 106, 356, 106]] }]));
  expect(pages[0]?.blocks).toEqual([
    {
      kind: 'table',
      rows: [
        ['Model', 'Range Min. (Nm)', 'Range Max. (Nm)', 'Drive'],
        ['TW 25', '5', '25', '1/4 inch'],
        ['TW 110', '20', '110', '3/8 inch'],
        ['TW 210', '40', '210', '1/2 inch'],
      ],
    },
  ]);
});

it('reads two drawn grids of one width as two tables, with the line between them as text', async () => {
  const grid = (top: number, columns: number[], rows: string[][]): { texts: Placed[]; rules: Drawn[] } => {
    const bottom = top + rows.length * 18;
    const ys = [...rows.map((_, r) => top + r * 18), bottom];
    return {
      texts: rows.flatMap((cells, r) =>
        cells.map((cell, c): Placed => [(columns[c] ?? 0) + 4, top + r * 18 + 13, cell]),
      ),
      rules: [...ys.map((y): Drawn => [60, y, 400, y]), ...[...columns, 400].map((x): Drawn => [x, top, x, bottom])],
    };
  };
  const work = grid(
    100,
    [60, 240, 320],
    [
      ['Work', 'Here', 'Away'],
      ['Chain', '9', '14'],
      ['Tube', '8', '12'],
    ],
  );
  const hire = grid(
    200,
    [60, 160],
    [
      ['Bike', 'Deposit'],
      ['City', '50 euros'],
      ['Cargo', '200 euros'],
    ],
  );
  const page = {
    texts: [...work.texts, [60, 182, 'Bikes for hire', 10.5] as Placed, ...hire.texts],
    rules: [...work.rules, ...hire.rules],
  };
  const { pages } = await loadPdf(await placedPdf([page]));
  expect(pages[0]?.blocks).toEqual([
    {
      kind: 'table',
      rows: [
        ['Work', 'Here', 'Away'],
        ['Chain', '9', '14'],
        ['Tube', '8', '12'],
      ],
    },
    { kind: 'text', text: 'Bikes for hire' },
    {
      kind: 'table',
      rows: [
        ['Bike', 'Deposit'],
        ['City', '50 euros'],
        ['Cargo', '200 euros'],
      ],
    },
  ]);
});

it('keeps rows without sides in the table whose head alone is framed', async () => {
  const row = (y: number, cells: string[]): Placed[] => cells.map((cell, c): Placed => [64 + c * 150, y, cell]);
  const texts = [
    ...row(113, ['Kind', 'Leaves']),
    ...row(131, ['In stock', 'in two days']),
    ...row(149, ['To order', 'in nine days']),
  ];
  const lines = [100, 118, 136, 154].map((y): Drawn => [60, y, 400, y]);
  const sides = [60, 210, 400].map((x): Drawn => [x, 100, x, 118]);
  const { pages } = await loadPdf(await placedPdf([{ texts, rules: [...lines, ...sides] }]));
  expect(pages[0]?.blocks).toEqual([
    {
      kind: 'table',
      rows: [
        ['Kind', 'Leaves'],
        ['In stock', 'in two days'],
        ['To order', 'in nine days'],
      ],
    },
  ]);
});

it('keeps all lines of a head above the first rule, whose names of one line stand beside those of two', async () => {
  const head: Placed[] = [
    [120, 94, 'up to', 9, 'bold'],
    [200, 94, 'up to', 9, 'bold'],
    [50, 100, 'Region', 9, 'bold'],
    [280, 100, 'Arrives', 9, 'bold'],
    [120, 106, '2 kg', 9, 'bold'],
    [200, 106, '10 kg', 9, 'bold'],
  ];
  const body = ['Coast', 'Hills', 'Islands'].flatMap((region, r): Placed[] => [
    [50, 124 + r * 18, region, 9],
    [120, 124 + r * 18, `$${r + 4}.50`, 9],
    [200, 124 + r * 18, `$${r + 7}.20`, 9],
    [280, 124 + r * 18, `${r + 2} days`, 9],
  ]);
  const rules = [111, 129, 147, 165].map((y): Drawn => [48, y, 330, y]);
  const { pages } = await loadPdf(await placedPdf([{ texts: [...head, ...body], rules }]));
  expect(pages[0]?.blocks).toEqual([
    {
      kind: 'table',
      rows: [
        ['Region', 'up to 2 kg', 'up to 10 kg', 'Arrives'],
        ['Coast', '$4.50', '$7.20', '2 days'],
        ['Hills', '$5.50', '$8.20', '3 days'],
        ['Islands', '$6.50', '$9.20', '4 days'],
      ],
    },
  ]);
});
