import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { zipped } from '../../testing/zipped.ts';
import { loadBytes } from './load-bytes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const blocksOf = async (content: Uint8Array, name: string) =>
  (await loadBytes(content, name, null)).pages.flatMap((page) => page.blocks);

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...targets: Array<[string, string, string]>) =>
  `<Relationships>${targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const workbook = (sheet: string, options: { styles?: string; strings?: string[] } = {}) =>
  zipped({
    'xl/workbook.xml': `<workbook xmlns:r="${REL}"><sheets><sheet name="价目表" sheetId="1" r:id="r1"/><sheet name="Old" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ['r2', 'worksheet', 'worksheets/sheet2.xml'],
      ['r3', 'styles', 'styles.xml'],
      ['r4', 'sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/styles.xml':
      options.styles ??
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;¥&quot;#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${(options.strings ?? []).map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row><c t="str"><v>secret</v></c></row></sheetData></worksheet>',
  });

describe('Excel', () => {
  it('shows values as Excel does, under their head, and leaves hidden sheets out with a warning', async () => {
    const file = await workbook(
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>' +
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c><c r="D2" t="s"><v>4</v></c></row>' +
        '<row r="3"><c r="A3" t="s"><v>5</v></c><c r="B3" s="1"><v>1299.5</v></c><c r="C3" s="2"><v>46100</v></c><c r="D3" s="3"><v>0.15</v></c></row>' +
        '</sheetData><mergeCells><mergeCell ref="A1:D1"/></mergeCells>',
      { strings: ['2026 年价目表', '型号', '价格', '上市', '折扣', 'X1'] },
    );
    const loaded = await loadBytes(file, 'prices.xlsx', null);
    expect(loaded.pages[0]?.blocks).toEqual([
      { kind: 'heading', level: 1, text: '价目表' },
      {
        kind: 'table',
        caption: '2026 年价目表',
        rows: [
          ['型号', '价格', '上市', '折扣'],
          ['X1', '¥1,299.50', '2026-03-19', '15%'],
        ],
      },
    ]);
    expect(loaded.warnings?.map(({ code }) => code)).toEqual(['sheets_hidden']);
  });

  it('takes a line over all columns for a title, the name of the rows below, or a note, not for values', async () => {
    const cells = (row: number, ...texts: string[]) =>
      `<row r="${row}">${texts.map((text, c) => `<c r="${'ABC'[c]}${row}" t="str"><v>${text}</v></c>`).join('')}</row>`;
    const file = await workbook(
      `<sheetData>${cells(1, 'Prices from 1 May 2026, in euros, with the tax of the country they are sent to')}${cells(3, 'Model', '90 x 200', '140 x 200')}` +
        `${cells(4, 'Firm')}${cells(5, 'Oslo', '379', '519')}${cells(6, 'Soft')}${cells(7, 'Bergen', '349', 'n/a')}${cells(8, 'Other sizes on request.')}</sheetData>` +
        `<mergeCells>${[1, 4, 6, 8].map((row) => `<mergeCell ref="A${row}:C${row}"/>`).join('')}</mergeCells>`,
    );
    const title = 'Prices from 1 May 2026, in euros, with the tax of the country they are sent to';
    const head = ['Model', '90 x 200', '140 x 200'];
    expect((await blocksOf(file, 'a.xlsx')).slice(1)).toEqual([
      { kind: 'text', text: title },
      { kind: 'table', caption: 'Firm', rows: [head, ['Oslo', '379', '519']] },
      { kind: 'table', caption: 'Soft', rows: [head, ['Bergen', '349', 'n/a']] },
      { kind: 'text', text: 'Other sizes on request.' },
    ]);
  });

  it('lets a merged cell speak for each of its rows', async () => {
    const file = await workbook(
      '<sheetData><row r="1"><c r="A1" t="str"><v>类别</v></c><c r="B1" t="str"><v>型号</v></c></row>' +
        '<row r="2"><c r="A2" t="str"><v>风扇</v></c><c r="B2" t="str"><v>F1</v></c></row>' +
        '<row r="3"><c r="B3" t="str"><v>F2</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    );
    expect((await blocksOf(file, 'a.xlsx'))[1]).toMatchObject({
      rows: [
        ['类别', '型号'],
        ['风扇', 'F1'],
        ['风扇', 'F2'],
      ],
    });
  });
});

describe('FAQ sheets', () => {
  it.each([
    ['faq.csv', '序号,问题,答案,分类\n1,可以退货吗？,"七天内可以。",售后\n2,多久发货？,两天内。,物流\n'],
    [
      'faq.csv',
      'Question;Answer;Similar questions\nCan I return it?;Within 7 days.;Refund?|Send it back?\nWhen is it sent?;In 2 days.;\n',
    ],
  ])('make each question a heading with its answer below', async (name, source) => {
    const blocks = await blocksOf(bytes(source), name);
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toHaveLength(2);
    expect(headings[0]).toMatch(/退货|return/);
    expect(blocks[1]).toEqual({ kind: 'text', text: expect.stringMatching(/七天|7 days/) });
    expect(JSON.stringify(blocks)).not.toMatch(/分类|售后/);
  });
});

describe('tables of documents', () => {
  const page = (rows: string) => bytes(`<main><h1>Fees</h1><table>${rows}</table></main>`);
  it('have one head, whatever its rows, and parts under the lines that name them', async () => {
    const rows =
      '<tr><td rowspan="2">Goods</td><td colspan="2">Fee in euros</td></tr><tr><td>mainland</td><td>islands</td></tr>' +
      '<tr><td colspan="3">Large</td></tr><tr><td>Bed</td><td>60</td><td>160</td></tr>' +
      '<tr><td colspan="3">Small</td></tr><tr><td>Pillow</td><td>0</td><td>5</td></tr>';
    const head = ['Goods', 'Fee in euros mainland', 'Fee in euros islands'];
    expect((await blocksOf(page(rows), 'a.html')).slice(1)).toEqual([
      { kind: 'table', caption: 'Large', rows: [head, ['Bed', '60', '160']] },
      { kind: 'table', caption: 'Small', rows: [head, ['Pillow', '0', '5']] },
    ]);
  });

  it('are FAQs where their columns are questions and answers, and lose nothing where they have no columns', async () => {
    const faqs = await blocksOf(
      page('<tr><td>Question</td><td>Answer</td></tr><tr><td>Open?</td><td>Yes.</td></tr>'),
      'a.html',
    );
    expect(faqs.slice(1)).toEqual([
      { kind: 'heading', level: 2, text: 'Open?' },
      { kind: 'text', text: 'Yes.' },
    ]);
    const looks = await blocksOf(page('<tr><td colspan="2">One</td></tr><tr><td colspan="2">Two</td></tr>'), 'a.html');
    expect(looks.slice(1)).toEqual([
      { kind: 'text', text: 'One' },
      { kind: 'text', text: 'Two' },
    ]);
  });
});

describe('CSV', () => {
  it('keeps an empty cell in its column and takes titles above the head for a caption', async () => {
    const [table] = await blocksOf(
      bytes('Spare parts 2026,,\nPart,Price,Note\nFilter,12,\nBrush,,sold out\n'),
      'a.csv',
    );
    expect(table).toEqual({
      kind: 'table',
      caption: 'Spare parts 2026',
      rows: [
        ['Part', 'Price', 'Note'],
        ['Filter', '12', ''],
        ['Brush', '', 'sold out'],
      ],
    });
  });
});

describe('PowerPoint', () => {
  it('makes a page of each shown slide: title, list, table, notes', async () => {
    const paragraph = (text: string) =>
      `<a:p>${text.startsWith('  ') ? '<a:pPr lvl="1"/>' : ''}<a:r><a:t>${text}</a:t></a:r></a:p>`;
    const shape = (type: string, ...lines: string[]) =>
      `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${lines.map(paragraph).join('')}</p:txBody></p:sp>`;
    const cell = (text: string) => `<a:tc><a:txBody>${paragraph(text)}</a:txBody></a:tc>`;
    const slide = (content: string, attributes = '') =>
      `<p:sld ${attributes}><p:cSld><p:spTree>${content}</p:spTree></p:cSld></p:sld>`;
    const file = await zipped({
      'ppt/presentation.xml':
        '<p:presentation><p:sldIdLst><p:sldId id="1" r:id="r2"/><p:sldId id="2" r:id="r1"/><p:sldId id="3" r:id="r3"/></p:sldIdLst></p:presentation>',
      'ppt/_rels/presentation.xml.rels': relations(
        ['r1', 'slide', 'slides/slide1.xml'],
        ['r2', 'slide', 'slides/slide2.xml'],
        ['r3', 'slide', 'slides/slide3.xml'],
      ),
      'ppt/slides/slide2.xml': slide(
        shape('body', 'By hand', '  wash cold', '  dry flat', 'No ironing') +
          shape('title', 'Care') +
          shape('sldNum', '1'),
      ),
      'ppt/slides/slide1.xml': slide(
        `${shape('title', 'Sizes')}<p:graphicFrame><a:tbl><a:tr>${cell('Size')}${cell('Chest')}</a:tr><a:tr>${cell('S')}${cell('88 cm')}</a:tr></a:tbl></p:graphicFrame>`,
      ),
      'ppt/slides/_rels/slide1.xml.rels': relations(['n', 'notesSlide', '../notesSlides/notesSlide1.xml']),
      'ppt/notesSlides/notesSlide1.xml': slide(shape('body', 'Sizes run small.')),
      'ppt/slides/slide3.xml': slide(shape('title', 'Draft'), 'show="0"'),
    });
    const { pages } = await loadBytes(file, 'deck.pptx', null);
    expect(pages).toEqual([
      {
        page: 1,
        blocks: [
          { kind: 'heading', level: 1, text: 'Care' },
          { kind: 'item', text: '- By hand: wash cold' },
          { kind: 'item', text: '- By hand: dry flat' },
          { kind: 'item', text: '- No ironing' },
        ],
      },
      {
        page: 2,
        blocks: [
          { kind: 'heading', level: 1, text: 'Sizes' },
          {
            kind: 'table',
            rows: [
              ['Size', 'Chest'],
              ['S', '88 cm'],
            ],
          },
          { kind: 'text', text: 'Sizes run small.' },
        ],
      },
    ]);
  });
});

describe('Word', () => {
  it('keeps headings, bold headings, and tables with their captions and merged cells', async () => {
    const cell = (text: string, rowSpan = 1) => new TableCell({ rowSpan, children: [new Paragraph(text)] });
    const file = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: '售后政策', heading: HeadingLevel.HEADING_1 }),
              new Paragraph({ children: [new TextRun({ text: '保修期限', bold: true })] }),
              new Paragraph('表 1 各类商品的保修期'),
              new Table({
                rows: [
                  new TableRow({ children: [cell('类别'), cell('型号'), cell('月数')] }),
                  new TableRow({ children: [cell('风扇', 2), cell('F1'), cell('12')] }),
                  new TableRow({ children: [cell('F2'), cell('24')] }),
                ],
              }),
            ],
          },
        ],
      }),
    );
    expect(await blocksOf(new Uint8Array(file), 'a.docx')).toEqual([
      { kind: 'heading', level: 1, text: '售后政策' },
      { kind: 'heading', level: 5, text: '保修期限' },
      {
        kind: 'table',
        caption: '表 1 各类商品的保修期',
        rows: [
          ['类别', '型号', '月数'],
          ['风扇', 'F1', '12'],
          ['风扇', 'F2', '24'],
        ],
      },
    ]);
  });
});

describe('web pages', () => {
  it('leave out what is hidden or around the text, and spread cells over their rows and columns', async () => {
    const page =
      '<body><header>Shop</header><nav>Home</nav><aside>Ads</aside><h1>Fees</h1><p style="display:none">old</p>' +
      '<p>By <b>weight</b>:<br>see below</p><table><caption>Fees in yuan</caption><tr><th rowspan=2>Zone</th><th colspan=2>Weight</th></tr>' +
      '<tr><th>1 kg</th><th>5 kg</th></tr><tr><td>East</td><td>8</td><td>12</td></tr></table><dl><dt>Zone</dt><dd>By province</dd></dl><footer>©</footer></body>';
    expect(await blocksOf(bytes(page), 'fees.html')).toEqual([
      { kind: 'text', text: 'Shop' },
      { kind: 'heading', level: 1, text: 'Fees' },
      { kind: 'text', text: 'By weight:\nsee below' },
      {
        kind: 'table',
        caption: 'Fees in yuan',
        rows: [
          ['Zone', 'Weight 1 kg', 'Weight 5 kg'],
          ['East', '8', '12'],
        ],
      },
      { kind: 'text', text: 'Zone: By province' },
    ]);
  });

  it('numbers the points of a web page as it shows them', async () => {
    const page =
      '<main><ol type="a" start="3"><li>Rinse.</li><li>Dry.</li></ol><ol type="I"><li>Oil.</li><li value="4">Store.</li></ol></main>';
    expect((await blocksOf(bytes(page), 'a.html')).map((block) => block.kind !== 'table' && block.text)).toEqual([
      'c. Rinse.',
      'd. Dry.',
      'I. Oil.',
      'IV. Store.',
    ]);
  });
});

describe('plain text', () => {
  it('finds headings, lists and wrapped lines', async () => {
    const source =
      '一、退货\n自签收之日起七天内，商品完好并且不影响二次销售的，可以申请退货；运费由买\n家承担，质量问题除外。\n\n- 先联系客服\n- 再寄回商品\n\n【换货】\n十五天内可以换货。\n';
    expect(await blocksOf(bytes(source), 'a.txt')).toEqual([
      { kind: 'heading', level: 2, text: '一、退货' },
      {
        kind: 'text',
        text: '自签收之日起七天内，商品完好并且不影响二次销售的，可以申请退货；运费由买家承担，质量问题除外。',
      },
      { kind: 'item', text: '- 先联系客服' },
      { kind: 'item', text: '- 再寄回商品' },
      { kind: 'heading', level: 2, text: '换货' },
      { kind: 'text', text: '十五天内可以换货。' },
    ]);
  });
});
