import { expect, it } from 'vitest';
import { type Placed, placedPdf } from '../../../testing/placed-pdf.ts';
import { loadPdf } from './load-pdf.ts';

const tablesOf = async (texts: Placed[], chinese = false) => {
  const { pages } = await loadPdf(await placedPdf([{ texts }], { chinese }));
  return pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : [])));
};

/** Cells of one line at the left edges of their columns. */
const line = (y: number, lefts: number[], cells: string[], bold?: 'bold'): Placed[] =>
  cells.flatMap((cell, c): Placed[] => (cell === '' ? [] : [[lefts[c] ?? 0, y, cell, 12, bold]]));

it('reads columns closer than a gutter, under a head of two lines that a cell in the middle spans', async () => {
  const lefts = [58, 124, 157, 190];
  const tables = await tablesOf(
    [
      [57, 80, '以下运费含税，偏远地区另计。', 12],
      ...line(130, [0, 125.5], ['', '运费（元）'], 'bold'),
      ...line(147, [66, 0, 0, 217], ['商品类别', '', '', '上楼费'], 'bold'),
      ...line(164, [0, 127, 160], ['', '省内', '省外'], 'bold'),
      ...line(198, lefts, ['床垫', '0', '80', '无电梯每层二十元']),
      ...line(232, lefts, ['床架', '60', '160', '无电梯每层三十元']),
      ...line(266, lefts, ['枕头、被子', '0', '', '免费']),
      [57, 316, '床垫由两人搬运。', 12],
    ],
    true,
  );
  expect(tables).toEqual([
    [
      ['商品类别', '运费（元） 省内', '运费（元） 省外', '上楼费'],
      ['床垫', '0', '80', '无电梯每层二十元'],
      ['床架', '60', '160', '无电梯每层三十元'],
      ['枕头、被子', '0', '', '免费'],
    ],
  ]);
});

it('joins what wraps in the cells of a head, and two rows below it are a table', async () => {
  const lefts = [58, 88, 179, 267];
  const tables = await tablesOf(
    [
      ...line(100, [0, 93, 183, 273], ['', '肩宽四十厘米以', '肩宽五十厘米以', '肩宽六十厘米以'], 'bold'),
      ...line(109, [60], ['睡姿'], 'bold'),
      ...line(117, [0, 126, 216, 306], ['', '下', '下', '上'], 'bold'),
      ...line(151, lefts, ['侧睡', '九厘米', '十一厘米', '十三厘米']),
      ...line(185, lefts, ['仰睡', '七厘米', '九厘米', '十厘米']),
    ],
    true,
  );
  expect(tables[0]?.[0]).toEqual(['睡姿', '肩宽四十厘米以下', '肩宽五十厘米以下', '肩宽六十厘米以上']);
  expect(tables[0]?.[2]).toEqual(['仰睡', '七厘米', '九厘米', '十厘米']);
});

it('keeps the lines of a wrapped cell in one row though the cells beside stand in their middle', async () => {
  const lefts = [58, 101, 234, 359];
  const tables = await tablesOf([
    ...line(100, [67, 128, 277, 407], ['Part', 'Covered faults', 'Period', 'How to claim'], 'bold'),
    ...line(131, lefts, ['', 'welded aluminium frame,', '', 'Send the number; the frame is']),
    ...line(138, lefts, ['Frame', '', '5 years', '']),
    ...line(145, lefts, ['', 'forks and headset cups', '', 'inspected in ten days.']),
    ...line(176, lefts, ['', 'noise, loss of power, wet', '', 'The motor is swapped for a']),
    ...line(183, lefts, ['Motor', '', '3 years', '']),
    ...line(190, lefts, ['', 'inside', '', 'new one.']),
    ...line(221, lefts, ['Saddle', 'torn seams', '6 months', 'Sent with the next parcel.']),
  ]);
  expect(tables).toEqual([
    [
      ['Part', 'Covered faults', 'Period', 'How to claim'],
      [
        'Frame',
        'welded aluminium frame, forks and headset cups',
        '5 years',
        'Send the number; the frame is inspected in ten days.',
      ],
      ['Motor', 'noise, loss of power, wet inside', '3 years', 'The motor is swapped for a new one.'],
      ['Saddle', 'torn seams', '6 months', 'Sent with the next parcel.'],
    ],
  ]);
});

it('parts a column of figures from the notes that begin right beside it', async () => {
  const row = (y: number, name: string, price: string, note: string): Placed[] => [
    [58, y, name],
    [200 - price.length * 5, y, price],
    [203, y, note],
  ];
  const tables = await tablesOf([
    [58, 100, 'Plant'],
    [176, 100, 'Price'],
    [203, 100, 'Note'],
    ...row(113, 'Rosemary', '390', 'hardy'),
    ...row(126, 'Olive tree', '7900', 'collection only'),
    ...row(139, 'Blueberry', '1340', 'needs acid soil'),
    ...row(152, 'Lavender', '320', 'for dry places'),
  ]);
  expect(tables[0]).toContainEqual(['Olive tree', '7900', 'collection only']);
});

it('takes words of text that stand under each other by chance for no table', async () => {
  const rest = 'sixty days of its arrival and you get all of your money back';
  const lines = ['Send back', 'what you', 'dislike in'].flatMap((words, i): Placed[] => [
    [58, 100 + i * 14, words, 12],
    [i === 2 ? 118 : 115, 100 + i * 14, rest, 12],
  ]);
  expect(await tablesOf([...lines, [58, 142, 'without a question asked, for whatever reason you have.', 12]])).toEqual(
    [],
  );
});

it('reads a sheet whose figures touch the column beside them, with dashes at the left of columns of figures', async () => {
  /** Right edges of figures; letters of these figures are 5.56 points wide at this size. */
  const figure = (right: number, y: number, text: string): Placed => [right - text.length * 5.56, y, text, 10];
  const goods: Array<[code: string, name: string, width: string, depth: string, load: string, price: string]> = [
    ['NW-1000', 'Basic bay', '1000', '400', 'up to 150 kg', '89'],
    ['NW-1001', 'Add-on bay', '1000', '400', 'up to 150 kg', '71'],
    ['NW-2000', 'Heavy bay', '1500', '600', 'up to 400 kg', '214'],
    ['NW-2001', 'Heavy add-on bay', '1500', '600', 'up to 400 kg', '176'],
    ['NW-3010', 'Wire shelf', '1500', '600', 'up to 350 kg', '38'],
    ['NW-3011', 'Chipboard shelf', '1000', '400', 'up to 120 kg', '17'],
    ['NW-4000', 'Back panel', '1000', '-', '-', '29'],
    ['NW-4100', 'Connector', '-', '-', '-', '6'],
  ];
  const head = line(100, [50, 110, 200, 233, 262, 330], ['Code', 'Name', 'Width', 'Depth', 'Load', 'Price'], 'bold');
  const rows = goods.flatMap(([code, name, width, depth, load, price], r): Placed[] => {
    const y = 118 + r * 15;
    return [
      [50, y, code, 10],
      [110, y, name, 10],
      width === '-' ? [200, y, width, 10] : figure(232, y, width),
      depth === '-' ? [235, y, depth, 10] : figure(260, y, depth),
      [262, y, load, 10],
      figure(360, y, price),
    ];
  });
  const tables = await tablesOf([...head.map(([x, y, text, , bold]): Placed => [x, y, text, 10, bold]), ...rows]);
  expect(tables).toEqual([[['Code', 'Name', 'Width', 'Depth', 'Load', 'Price'], ...goods]]);
});

it('takes a line that names the next table for the end of the one above', async () => {
  const left = [60, 200, 320];
  const table = (y: number, rows: string[][]) => rows.flatMap((cells, r) => line(y + r * 20, left, cells));
  const tables = await tablesOf([
    ...table(100, [
      ['Weight', 'Zone 1', 'Zone 2'],
      ['1 kg', '9.20', '12.40'],
      ['2 kg', '10.60', '14.10'],
    ]),
    [60, 160, 'Table 2: Zones', 12],
    ...table(180, [
      ['Zone', 'Country', 'Days'],
      ['1', 'France', '2'],
      ['2', 'Norway', '4'],
    ]),
  ]);
  expect(tables.map((rows) => rows.map(([first]) => first))).toEqual([
    ['Weight', '1 kg', '2 kg'],
    ['Zone', '1', '2'],
  ]);
});
