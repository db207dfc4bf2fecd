import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { expect, it } from 'vitest';
import { zipped } from '../../../../testing/zipped.ts';
import { loadBytes } from '../../load-bytes.ts';
import { formatNumber } from '../../number-format.ts';

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, start = 1) => ({
  ...{ level: at, format, text, start, alignment: AlignmentType.START },
});
const LISTS = [
  {
    reference: 'clauses',
    levels: [
      level(0, LevelFormat.DECIMAL, '%1.', 3),
      level(1, LevelFormat.DECIMAL, '%1.%2'),
      level(2, LevelFormat.LOWER_LETTER, '(%3)'),
    ],
  },
  {
    reference: 'articles',
    levels: [level(0, LevelFormat.CHINESE_COUNTING, '第%1条'), level(1, LevelFormat.UPPER_ROMAN, '%2、')],
  },
  { reference: 'points', levels: [level(0, LevelFormat.BULLET, '●')] },
];
const at = (reference: string, deep: number, text: string, instance = 0) =>
  new Paragraph({ text, numbering: { reference, level: deep, instance } });

async function read(children: Array<Paragraph | Table>) {
  const file = await Packer.toBuffer(new Document({ numbering: { config: LISTS }, sections: [{ children }] }));
  const { pages } = await loadBytes(new Uint8Array(file), 'a.docx', null);
  return pages.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'table' ? block.rows : `${block.kind}: ${block.text}`)),
  );
}

it('writes the numbers of clauses as a reader sees them, over what stands between them', async () => {
  const heading = (text: string) =>
    new Paragraph({ text, heading: HeadingLevel.HEADING_2, numbering: { reference: 'clauses', level: 0 } });
  expect(
    await read([
      heading('Hire'),
      at('clauses', 1, 'A canoe is hired by the day.'),
      new Paragraph('Prices are on the board.'),
      at('clauses', 1, 'The hirer brings back what was handed out:'),
      at('clauses', 2, 'all paddles;'),
      at('clauses', 2, 'all vests.'),
      heading('Deposit'),
      at('clauses', 1, 'It is €80.'),
    ]),
  ).toEqual([
    'heading: 3. Hire',
    'item: 3.1 A canoe is hired by the day.',
    'text: Prices are on the board.',
    'item: 3.2 The hirer brings back what was handed out:',
    'item: 3.2(a) all paddles;',
    'item: 3.2(b) all vests.',
    'heading: 4. Deposit',
    'item: 4.1 It is €80.',
  ]);
});

it('counts in Chinese and Roman numerals, keeps points as points, and takes bold articles for headings', async () => {
  const article = (text: string) =>
    new Paragraph({ children: [new TextRun({ text, bold: true })], numbering: { reference: 'articles', level: 0 } });
  expect(
    await read([
      article('押金'),
      at('articles', 1, '每条船押金三百元。'),
      at('articles', 1, '还船时退还。'),
      article('取消'),
      at('points', 0, '雨天可免费改期。'),
    ]),
  ).toEqual([
    'heading: 第一条 押金',
    'item: 第一条I、 每条船押金三百元。',
    'item: 第一条II、 还船时退还。',
    'heading: 第二条 取消',
    'item: - 雨天可免费改期。',
  ]);
});

it('begins anew where a list does, and numbers rows of a table', async () => {
  const row = (...cells: Paragraph[]) =>
    new TableRow({ children: cells.map((cell) => new TableCell({ children: [cell] })) });
  expect(
    await read([
      at('clauses', 0, 'First list.', 1),
      at('clauses', 0, 'Goes on.', 1),
      at('clauses', 0, 'Another list.', 2),
      new Table({
        rows: [
          row(new Paragraph('No.'), new Paragraph('Boat')),
          row(at('clauses', 0, '', 3), new Paragraph('Kayak')),
          row(at('clauses', 0, '', 3), new Paragraph('Raft')),
        ],
      }),
    ]),
  ).toEqual([
    'item: 3. First list.',
    'item: 4. Goes on.',
    'item: 3. Another list.',
    [
      ['No.', 'Boat'],
      ['3.', 'Kayak'],
      ['4.', 'Raft'],
    ],
  ]);
});

it('numbers what only its style numbers, and does not count what was deleted or is there twice', async () => {
  const styled = (style: string, text: string, more = '') =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const numbered = (id: string, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${id}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const word = (content: string, name: string) =>
    `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${content}</w:${name}>`;
  const box = styled('Rule', 'In a box.');
  const file = await zipped({
    'word/numbering.xml': word(
      `<w:abstractNum w:abstractNumId="5">${numbered('0', 'upperRoman', '%1', '<w:pStyle w:val="Part"/>')}${numbered('1', 'decimalZero', '§ %1.%2', '<w:lvlRestart w:val="0"/><w:isLgl/>')}</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num>`,
      'numbering',
    ),
    'word/styles.xml': word(
      '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Rule"><w:name w:val="Rule"/><w:basedOn w:val="Base"/></w:style>',
      'styles',
    ),
    'word/document.xml': word(
      `<w:body>${styled('Part', 'Hire')}${styled('Rule', 'Bring a card.')}` +
        styled('Rule', 'Struck.', '<w:rPr><w:del w:id="1"/></w:rPr>').replaceAll('w:t>', 'w:delText>') +
        `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>` +
        `${styled('Rule', 'Not numbered.', '<w:numPr><w:numId w:val="0"/></w:numPr>')}${styled('Part', 'Return')}${styled('Rule', 'Rinse it.')}</w:body>`,
      'document',
    ),
  });
  const { pages } = await loadBytes(file, 'a.docx', null);
  expect(pages[0]?.blocks.map((block) => block.kind !== 'table' && block.text)).toEqual([
    'I Hire',
    '§ 1.1 Bring a card.',
    '§ 1.2 In a box.',
    'Not numbered.',
    'II Return',
    '§ 2.3 Rinse it.',
  ]);
});

it.each([
  ['chineseCountingThousand', [1, 10, 11, 20, 105, 110], ['一', '十', '十一', '二十', '一百零五', '一百一十']],
  ['lowerLetter', [1, 26, 27], ['a', 'z', 'aa']],
  ['upperRoman', [4, 9, 1994], ['IV', 'IX', 'MCMXCIV']],
  ['ordinal', [1, 11, 22], ['1st', '11th', '22nd']],
  ['ideographTraditional', [1, 10], ['甲', '癸']],
])('writes numbers as %s', (format, numbers, written) => {
  expect(numbers.map((n) => formatNumber(format, n))).toEqual(written);
});
