import { expect, it } from 'vitest';
import { type Drawn, type Placed, placedPdf } from '../../../testing/placed-pdf.ts';
import { loadPdf } from './load-pdf.ts';

const blocksOf = async (texts: Placed[], rules: Drawn[] = []) =>
  (await loadPdf(await placedPdf([{ texts, rules }]))).pages.flatMap(({ blocks }) => blocks);
const lines = (x: number, y: number, ...texts: string[]): Placed[] => texts.map((text, i) => [x, y + i * 14, text, 11]);

const LEFT = [
  'The foot is made of one piece of steel and is',
  'never to be drilled. Screws of other makers do',
  'not fit, and a foot that was drilled is not taken',
  'back by us, whatever the reason for it may be.',
];

it('reads a column to its end though the other one ends far above, and its table in it', async () => {
  const blocks = await blocksOf([
    [60, 80, 'Foot', 15],
    ...lines(60, 104, ...LEFT),
    [60, 190, 'Arm', 15],
    ...lines(60, 214, ...LEFT.map((line) => line.replace('foot', 'arm'))),
    [60, 300, 'Data', 15],
    ...['Height', 'Weight', 'Power', 'Cable', 'Reach', 'Noise'].flatMap((name, i): Placed[] => [
      [60, 324 + i * 14, name, 11],
      [150, 324 + i * 14, `${i + 3} units`, 11],
    ]),
    [320, 80, 'Service', 15],
    ...lines(
      320,
      104,
      'Write to us with the number of the lamp and a',
      'picture of what is broken; we answer in two days.',
    ),
  ]);
  const heads = blocks.map((block) => (block.kind === 'table' ? 'table' : block.text.slice(0, 7)));
  expect(heads).toEqual(['Foot', 'The foo', 'Arm', 'The arm', 'Data', 'table', 'Service', 'Write t']);
});

it('reads labels above what they name as a table of their own for each row of labels', async () => {
  const row = (y: number, cells: string[], bold?: 'bold') =>
    cells.map((cell, c): Placed => [60 + c * 165, y, cell, 11, bold]);
  const blocks = await blocksOf([
    ...row(80, ['Calling fee', 'Work', 'At night'], 'bold'),
    ...row(95, ['79 euros for half an hour', '18 euros a quarter hour', '40 % more']),
    ...row(120, ['To be paid', 'Warranty', 'Cancelling'], 'bold'),
    ...row(135, ['within two weeks', 'twelve months', 'free until the day before']),
  ]);
  expect(blocks.map((block) => block.kind === 'table' && block.rows[0])).toEqual([
    ['Calling fee', 'Work', 'At night'],
    ['To be paid', 'Warranty', 'Cancelling'],
  ]);
});

it('joins lines of a row that go on in small letters, at one distance throughout', async () => {
  const left = [60, 120, 210];
  const rows = [
    ['Lamp stays', 'Plug not in, or', 'Push the plug in;'],
    ['dark', 'the fuse blown', 'change the fuse'],
    ['Arm sinks', 'Screw at the', 'Turn the screw to'],
    ['slowly', 'joint too loose', 'the right a little'],
    ['Light is', 'Old bulb, or the', 'Fit a new bulb and'],
    ['weak', 'shade is dusty', 'wipe the shade'],
  ];
  const texts = rows.flatMap((cells, r) => cells.map((cell, c): Placed => [left[c] ?? 0, 100 + r * 13, cell, 10]));
  const head = ['Fault', 'Cause', 'Remedy'].map((cell, c): Placed => [left[c] ?? 0, 80, cell, 10, 'bold']);
  const rules = [66, 86, 171].map((y): Drawn => [60, y, 295, y]);
  const [table] = await blocksOf([...head, ...texts], rules);
  expect(table?.kind === 'table' && table.rows).toEqual([
    ['Fault', 'Cause', 'Remedy'],
    ['Lamp stays dark', 'Plug not in, or the fuse blown', 'Push the plug in; change the fuse'],
    ['Arm sinks slowly', 'Screw at the joint too loose', 'Turn the screw to the right a little'],
    ['Light is weak', 'Old bulb, or the shade is dusty', 'Fit a new bulb and wipe the shade'],
  ]);
});

it('keeps a third column out of the title over the first two, and lines that go on out of tables', async () => {
  const blocks = await blocksOf([
    [40, 60, 'The hose that never kinks, not even in winter', 14],
    [435, 60, 'Winter tip', 12, 'bold'],
    ...lines(435, 76, 'Empty the hose and roll it', 'up before the first frost.'),
    [40, 130, 'In the box', 12, 'bold'],
    ...lines(
      40,
      146,
      'The hose, two couplings, a gun with',
      'seven patterns, and a bracket for the',
      'wall without its screws.',
    ),
    [40, 194, 'Materials', 12, 'bold'],
    ...lines(40, 210, 'Six layers and a braid. Not made for', 'drinking water.'),
    [220, 130, 'Pressure', 12, 'bold'],
    ...lines(220, 146, 'It works at eight bar and bursts at', 'twenty-four, which no pump for a', 'garden reaches.'),
    [220, 194, 'Guarantee', 12, 'bold'],
    ...lines(220, 210, 'Twenty years for hoses that were', 'registered, else three.'),
    [435, 130, 'Service', 12, 'bold'],
    ...lines(435, 146, 'Send a photo of the fault; we', 'answer in two days, also to', 'those without a receipt.'),
  ]);
  expect(blocks.map((block) => (block.kind === 'table' ? 'table' : block.text.slice(0, 12)))).toEqual([
    'The hose tha',
    'In the box',
    'The hose, tw',
    'Materials',
    'Six layers a',
    'Pressure',
    'It works at ',
    'Guarantee',
    'Twenty years',
    'Winter tip',
    'Empty the ho',
    'Service',
    'Send a photo',
  ]);
});

it.each([
  ['ruled below each row', [114, 128, 142, 156]],
  ['without rules', []],
])(
  'reads names above columns of figures as the head of a table %s, where the corner is empty and they are wider',
  async (_, ys) => {
    const rows = [
      ['Pitch with power', '24', '38'],
      ['Tent pitch', '16', '27'],
      ['Cabin for four', '69', '118'],
    ];
    const left = [60, 170, 230];
    const texts = rows.flatMap((cells, r) => cells.map((cell, c): Placed => [left[c] ?? 0, 118 + r * 14, cell, 9]));
    const head = ['Low season', 'High season'].map((cell, c): Placed => [left[c + 1] ?? 0, 104, cell, 9, 'bold']);
    const [table] = await blocksOf(
      [...head, ...texts],
      ys.map((y): Drawn => [60, y, 290, y]),
    );
    expect(table?.kind === 'table' && table.rows).toEqual([['', 'Low season', 'High season'], ...rows]);
  },
);

it('reads a text and its translation beside it one after the other, though their sections stand side by side', async () => {
  const sections: Array<[string, string[], string, string[]]> = [
    [
      '1. Period',
      ['The core is covered for ten years. Covers', 'are covered for two. It begins on delivery.'],
      '1. 期限',
      ['内芯保修十年。外套保修两年。', '自送达之日起算。'],
    ],
    [
      '2. Limits',
      ['Stains are not covered. A bed without a', 'frame has no warranty. Ask us before.'],
      '2. 除外',
      ['污渍不在保修之内。没有床架的', '床垫不予保修。请先询问。'],
    ],
  ];
  const texts = sections.flatMap(([title, left, other, right], s): Placed[] => {
    const y = 100 + s * 70;
    return [
      [60, y, title, 13, 'bold'],
      ...lines(60, y + 16, ...left),
      [320, y, other, 13, 'bold'],
      ...lines(320, y + 16, ...right),
    ];
  });
  const pages = (await loadPdf(await placedPdf([{ texts }], { chinese: true }))).pages;
  const read = pages
    .flatMap(({ blocks }) => blocks)
    .map((block) => `${block.kind} ${block.kind === 'table' ? '' : block.text}`);
  expect(read).toEqual([
    'heading 1. Period',
    'text The core is covered for ten years. Covers are covered for two. It begins on delivery.',
    'heading 2. Limits',
    'text Stains are not covered. A bed without a frame has no warranty. Ask us before.',
    'heading 1. 期限',
    'text 内芯保修十年。外套保修两年。自送达之日起算。',
    'heading 2. 除外',
    'text 污渍不在保修之内。没有床架的床垫不予保修。请先询问。',
  ]);
});
