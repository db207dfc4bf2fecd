import { parseDocument } from 'htmlparser2';
import { gridBlocks } from '../grid-blocks.ts';
import { findNode, type HtmlNode } from '../html-dom.ts';
import { tableRows } from '../html-table.ts';
import { LoadFailure } from '../load-failure.ts';
import { loadTree } from '../load-html.ts';
import type { Block, LoadedDocument, LoadedPage, LoadWarning } from '../loaded-document.ts';
import { openArchive } from './unzip.ts';
import { refuseEntities } from './xml.ts';

const MAX_DEPTH = 150;
/** Empty cells and rows are repeated to the end of the sheet. */
const MAX_REPEATED = 100;
const CONTENT = 'content.xml';

const element = (name: string, children: HtmlNode[], attribs: Record<string, string> = {}): HtmlNode => ({
  type: 'tag',
  name,
  attribs,
  children,
});
const letters = (data: string): HtmlNode => ({ type: 'text', data });
const times = (value: string | undefined): number => Math.max(1, Number(value) || 1);

const isEmpty = (node: HtmlNode): boolean =>
  node.type === 'text' ? (node.data ?? '').trim() === '' : (node.children ?? []).every(isEmpty);

/** Of a paragraph's style: programs set titles as paragraphs too. */
function headingLevel(style: string): number | undefined {
  if (style === 'Title') return 1;
  const level = /^Heading_20_(\d)$/.exec(style)?.[1] ?? (style === 'Subtitle' ? '2' : undefined);
  return level === undefined ? undefined : Math.min(6, Number(level));
}

const NOTE = 'note';

/** A paragraph, and behind it the notes that it refers to. */
const withNotes = (name: string, children: HtmlNode[]): HtmlNode[] => {
  const isNote = (child: HtmlNode) => child.name === NOTE;
  return [
    element(
      name,
      children.filter((child) => !isNote(child)),
    ),
    ...children.filter(isNote).flatMap(({ children: said = [] }) => said),
  ];
};

/** What is seen of a cell, row or sheet; what a style hides is told by the styles alone. */
interface Walk {
  /** Names of styles of tables that are not shown. */
  hidden: Set<string>;
  /** Names of styles of paragraphs that are headings by their looks alone, with their level. */
  headings: Map<string, number>;
  /** Names of styles of lists whose points are numbered. */
  numbered: Set<string>;
  depth: number;
}

/** Elements of OpenDocument (1.3, part 3) as those of HTML that mean the same; what is not shown is left out. */
function toHtml(node: HtmlNode, walk: Walk): HtmlNode[] {
  if (node.type === 'text') return [letters(node.data ?? '')];
  if (node.name === undefined || walk.depth > MAX_DEPTH) return [];
  const { attribs = {} } = node;
  const inner = () => (node.children ?? []).flatMap((child) => toHtml(child, { ...walk, depth: walk.depth + 1 }));
  switch (node.name) {
    case 'text:h':
      return withNotes(`h${Math.min(6, times(attribs['text:outline-level']))}`, inner());
    case 'text:p': {
      const style = attribs['text:style-name'] ?? '';
      const level = walk.headings.get(style) ?? headingLevel(style);
      return withNotes(level === undefined ? 'p' : `h${level}`, inner());
    }
    case 'text:s':
      return [letters(' '.repeat(Math.min(MAX_REPEATED, times(attribs['text:c']))))];
    case 'text:tab':
      return [letters(' ')];
    case 'text:line-break':
      return [element('br', [])];
    case 'text:list':
      return [element(walk.numbered.has(attribs['text:style-name'] ?? '') ? 'ol' : 'ul', inner())];
    case 'text:list-item':
    case 'text:list-header':
      return [element('li', inner())];
    case 'text:note':
      return [element(NOTE, inner())];
    case 'table:table':
      if (walk.hidden.has(attribs['table:style-name'] ?? '')) return [];
      return [element('table', inner(), { title: attribs['table:name'] ?? '' })];
    case 'table:table-row': {
      if (/collapse|filter/.test(attribs['table:visibility'] ?? '')) return [];
      const cells = inner();
      const count = cells.every(isEmpty) ? 1 : Math.min(MAX_REPEATED, times(attribs['table:number-rows-repeated']));
      return Array.from({ length: count }, () => element('tr', cells));
    }
    case 'table:table-cell': {
      const spans = {
        colspan: attribs['table:number-columns-spanned'] ?? '1',
        rowspan: attribs['table:number-rows-spanned'] ?? '1',
      };
      const count = Math.min(MAX_REPEATED, times(attribs['table:number-columns-repeated']));
      const content = inner();
      return Array.from({ length: count }, () => element('td', content, spans));
    }
    case 'table:covered-table-cell':
    case 'text:note-citation':
    case 'text:tracked-changes':
    case 'text:table-of-content':
    case 'text:sequence-decls':
    case 'office:annotation':
    case 'office:forms':
    case 'table:shapes':
      return [];
    default:
      return inner();
  }
}

function all(node: HtmlNode, name: string, depth = 0): HtmlNode[] {
  if (depth > MAX_DEPTH) return [];
  return (node.children ?? []).flatMap((child) => (child.name === name ? [child] : all(child, name, depth + 1)));
}

function walkOf(root: HtmlNode): Walk {
  const names = (nodes: HtmlNode[]) => new Set(nodes.map(({ attribs = {} }) => attribs['style:name'] ?? ''));
  const hides = (style: HtmlNode) =>
    findNode(style, ({ attribs = {} }) => attribs['table:display'] === 'false') !== undefined;
  const numbers = (style: HtmlNode) => style.children?.find((level) => level.name)?.name?.endsWith('-number') === true;
  const headings = all(root, 'style:style').flatMap(({ attribs = {} }): Array<[string, number]> => {
    const level = headingLevel(attribs['style:parent-style-name'] ?? '');
    return level === undefined ? [] : [[attribs['style:name'] ?? '', level]];
  });
  return {
    headings: new Map(headings),
    hidden: names(all(root, 'style:style').filter(hides)),
    numbered: names(all(root, 'text:list-style').filter(numbers)),
    depth: 0,
  };
}

/** A sheet's cells at their places: rows and columns of its tables hold empty ones too. */
function sheetBlocks(sheet: HtmlNode, walk: Walk): Block[] | undefined {
  const [table] = toHtml(sheet, walk);
  if (!table) return undefined;
  const name = sheet.attribs?.['table:name'] ?? '';
  const blocks = gridBlocks(tableRows(table, { keepEmpty: true }));
  const named = blocks.length > 0 && !/^(?:sheet|工作表|tabelle)\s*\d*$/i.test(name);
  return named ? [{ kind: 'heading', level: 1, text: name }, ...blocks] : blocks;
}

function loadSheets(book: HtmlNode, walk: Walk): LoadedDocument {
  const sheets = all(book, 'table:table').map((sheet) => sheetBlocks(sheet, walk));
  const left = sheets.filter((sheet) => sheet === undefined).length;
  const warnings: LoadWarning[] = [{ code: 'sheets_hidden', message: `${left} hidden sheet(s) were left out.` }];
  const blocks = sheets.flatMap((sheet) => sheet ?? []);
  return { title: null, pages: [{ page: null, blocks }], ...(left > 0 && { warnings }) };
}

/** A slide is a page; its title a heading, the speaker's notes last. */
function loadSlides(show: HtmlNode, walk: Walk): LoadedDocument {
  const pages = all(show, 'draw:page').map((slide, i): LoadedPage => {
    for (const frame of all(slide, 'draw:frame'))
      if (frame.attribs?.['presentation:class'] === 'title')
        for (const line of all(frame, 'text:p')) line.name = 'text:h';
    const loaded = loadTree(element('body', toHtml(slide, walk)));
    return { page: i + 1, blocks: loaded.pages.flatMap(({ blocks }) => blocks) };
  });
  const first = pages[0]?.blocks.find((block) => block.kind === 'heading');
  return { title: first?.kind === 'heading' ? first.text : null, pages };
}

/** A text, workbook or presentation of OpenDocument, as LibreOffice and others write it. */
export function loadOdf(bytes: Uint8Array): LoadedDocument {
  const archive = openArchive(bytes);
  if (/manifest:encryption-data/.test(archive.text('META-INF/manifest.xml') ?? '')) throw new LoadFailure('encrypted');
  const source = archive.text(CONTENT);
  if (!source) throw new LoadFailure('damaged');
  refuseEntities(source);
  const root = parseDocument(source, { xmlMode: true, decodeEntities: true }) as unknown as HtmlNode;
  const walk = walkOf(root);
  const part = (name: string) => findNode(root, (node) => node.name === name);
  const sheets = part('office:spreadsheet');
  const slides = part('office:presentation');
  const text = part('office:text');
  if (sheets) return loadSheets(sheets, walk);
  if (slides) return loadSlides(slides, walk);
  if (!text) throw new LoadFailure('damaged');
  return loadTree(element('body', toHtml(text, walk)));
}
