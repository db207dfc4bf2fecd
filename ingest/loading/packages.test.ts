import { describe, expect, it } from 'vitest';
import { zipped } from '../../testing/zipped.ts';
import { loadBytes } from './load-bytes.ts';

const NAMES = ['office', 'text', 'table', 'draw', 'style', 'presentation'].map((name) => `xmlns:${name}="urn:${name}"`);
const odf = (kind: string, body: string, styles = '') =>
  zipped(
    {
      'content.xml': `<?xml version="1.0"?><office:document-content ${NAMES.join(' ')}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    },
    `application/vnd.oasis.opendocument.${kind}`,
  );
const cell = (text: string, more = '') =>
  `<table:table-cell ${more}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;

describe('OpenDocument', () => {
  it('is read as a text with headings, points, notes and tables, without what was deleted or remarked', async () => {
    const file = await odf(
      'text',
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Old price 30</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        '<text:p text:style-name="P1">Candles</text:p><text:h text:outline-level="2">Courses</text:h><text:p>Three<text:s text:c="1"/>hours<office:annotation><text:p>sure?</text:p></office:annotation>, <text:span>€45</text:span>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Tea included.</text:p></text:note-body></text:note></text:p>' +
        '<text:list text:style-name="L1"><text:list-item><text:p>Bring an apron</text:p></text:list-item></text:list>' +
        `<table:table table:name="T">${row(cell('Day') + cell('Start'))}${row(cell('Saturday', 'table:number-columns-spanned="1"') + cell('10:30'))}</table:table>`,
      '<style:style style:name="P1" style:parent-style-name="Title"/><text:list-style style:name="L1"><text:list-level-style-number/></text:list-style>',
    );
    expect((await loadBytes(file, 'a.odt', null)).pages).toEqual([
      {
        page: null,
        blocks: [
          { kind: 'heading', level: 1, text: 'Candles' },
          { kind: 'heading', level: 2, text: 'Courses' },
          { kind: 'text', text: 'Three hours, €45.' },
          { kind: 'text', text: 'Tea included.' },
          { kind: 'item', text: '1. Bring an apron' },
          {
            kind: 'table',
            rows: [
              ['Day', 'Start'],
              ['Saturday', '10:30'],
            ],
          },
        ],
      },
    ]);
  });

  it('is read as sheets: several tables, cells over several rows, hidden rows and sheets left out', async () => {
    const gap = row(cell('', 'table:number-columns-repeated="1024"'), 'table:number-rows-repeated="2"');
    const file = await odf(
      'spreadsheet',
      `<table:table table:name="Prices">${row(cell('Item') + cell('Price'))}${row(cell('Tea') + cell('4'))}${row(cell('Old') + cell('1'), 'table:visibility="collapse"')}` +
        `${gap}${row(cell('Zone') + cell('Days'))}${row(cell('North') + cell('3'))}${row('', 'table:number-rows-repeated="1048000"')}</table:table>` +
        `<table:table table:name="Own" table:style-name="ta2">${row(cell('secret'))}</table:table>`,
      '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
    );
    const loaded = await loadBytes(file, 'a.ods', null);
    expect(loaded.pages[0]?.blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Prices' },
      {
        kind: 'table',
        rows: [
          ['Item', 'Price'],
          ['Tea', '4'],
        ],
      },
      {
        kind: 'table',
        rows: [
          ['Zone', 'Days'],
          ['North', '3'],
        ],
      },
    ]);
    expect(loaded.warnings?.map(({ code }) => code)).toEqual(['sheets_hidden']);
  });

  it('is read as slides, each a page under its title', async () => {
    const slide = (title: string, text: string) =>
      `<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>${title}</text:p></draw:text-box></draw:frame><draw:frame><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame></draw:page>`;
    const file = await odf('presentation', slide('Dosage', '35 ml') + slide('Bottles', 'Yellow bin'));
    expect((await loadBytes(file, 'a.odp', null)).pages).toMatchObject([
      { page: 1, blocks: [{ kind: 'heading', text: 'Dosage' }, { text: '35 ml' }] },
      { page: 2, blocks: [{ kind: 'heading', text: 'Bottles' }, { text: 'Yellow bin' }] },
    ]);
  });
});

describe('EPUB', () => {
  const book = (more: Record<string, string> = {}) =>
    zipped(
      {
        'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/c.opf"/></rootfiles></container>',
        'OEBPS/c.opf':
          '<package><metadata><dc:title>Sourdough</dc:title></metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="t/b%201.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/></spine></package>',
        'OEBPS/nav.xhtml': '<html><body><p>Contents</p></body></html>',
        'OEBPS/a.xhtml': '<html><body><h1>Baking</h1><p>At 240 °C.</p></body></html>',
        'OEBPS/t/b 1.xhtml': '<html><body><h1>Starter</h1><p>Feed it every 12 hours.</p></body></html>',
        ...more,
      },
      'application/epub+zip',
    );

  it('is read chapter by chapter in the order of the book', async () => {
    const { title, pages } = await loadBytes(await book(), 'a.epub', null);
    expect(title).toBe('Sourdough');
    expect(pages[0]?.blocks.map((block) => block.kind !== 'table' && block.text)).toEqual([
      'Starter',
      'Feed it every 12 hours.',
      'Baking',
      'At 240 °C.',
    ]);
  });

  it('is refused where a shop of books has locked it', async () => {
    await expect(loadBytes(await book({ 'META-INF/rights.xml': '<a/>' }), 'a.epub', null)).rejects.toMatchObject({
      code: 'encrypted',
    });
  });
});
