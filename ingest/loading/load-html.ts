import { parseDocument } from 'htmlparser2';
import { boldHeadings } from './bold-headings.ts';
import { elementsOf, findNode, type HtmlNode, isSilent, nameOf, textOf } from './html-dom.ts';
import { captionOf, hasHeadsAside, tableRows } from './html-table.ts';
import { leadOf } from './list-lead.ts';
import type { Block, LoadedDocument } from './loaded-document.ts';
import { formatNumber } from './number-format.ts';
import { OPENED_LEVEL, openPanels, SECTION } from './opened-panels.ts';
import { hideFurniture } from './page-furniture.ts';
import { sectionEnd } from './section-end.ts';
import { namedValues, tableBlocks } from './table-blocks.ts';

const MAX_DEPTH = 150;
/** Elements that begin a block of their own; all others are parts of a line. */
const BLOCK =
  /^(?:html|body|main|article|section|div|p|ul|ol|li|dl|dt|dd|table|pre|blockquote|h[1-6]|figure|figcaption|header|details|summary|center|address|hr|fieldset|hgroup|tbody|tr|td)$/;

/** What leads from page to page. */
const NEIGHBOURS = /上一[篇页条个頁條]|下一[篇页条个頁條]|\b(?:previous|prev|next)\b/gi;

const squeeze = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

/** A table of one column, or most of whose text stands in headings and tables in it, is there for its looks. */
function isLayout(table: HtmlNode, rows: string[][]): boolean {
  if (table.attribs?.role === 'presentation' || Math.max(0, ...rows.map((row) => row.length)) < 2) return true;
  if (findNode(table, (node) => /^h[1-4]$/.test(nameOf(node)))) return true;
  const inner = findNode(table, (node) => nameOf(node) === 'table');
  if (!inner) return false;
  return rows.length < 3 || textOf(inner).trim().length * 3 > textOf(table).trim().length;
}

const captionBlocks = (caption: string | undefined): Block[] => (caption ? [{ kind: 'text', text: caption }] : []);

interface Walk {
  blocks: Block[];
  depth: number;
}

/** Of `<ol type>`. */
const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

const isList = (node: HtmlNode) => /^[uo]l$/.test(nameOf(node));

function listBlocks(list: HtmlNode, walk: Walk, lead = ''): void {
  const ordered = nameOf(list) === 'ol';
  const format = FORMATS[list.attribs?.type ?? ''] ?? 'decimal';
  let number = Number(list.attribs?.start) || 1;
  for (const item of elementsOf(list)) {
    if (nameOf(item) !== 'li') {
      walkNode(item, { ...walk, depth: walk.depth + 1 });
      continue;
    }
    const isInner = (child: HtmlNode) => /^(?:ul|ol|table|pre|h[1-6])$/.test(nameOf(child));
    const own = squeeze(
      (item.children ?? [])
        .filter((child) => !isInner(child))
        .map(textOf)
        .join(''),
    ).replaceAll('\n', ' ');
    const inner = elementsOf(item).filter(isInner);
    const leads = inner.some(isList) && leadOf(own);
    number = Number(item.attribs?.value) || number;
    // A Word file's own number may be empty.
    const marker = item.attribs?.['data-number'] ?? (ordered ? `${formatNumber(format, number)}.` : '-');
    if (own && !leads) walk.blocks.push({ kind: 'item', text: `${marker} ${lead}${own}`.trim() });
    number += 1;
    for (const one of inner) {
      if (leads && isList(one) && walk.depth < MAX_DEPTH)
        listBlocks(one, { ...walk, depth: walk.depth + 1 }, lead + leads);
      else walkNode(one, { ...walk, depth: walk.depth + 1 });
    }
  }
}

/** A term and what it means stay together; a question is a heading above its answer. */
function definitions(list: HtmlNode, walk: Walk): void {
  let term = '';
  for (const child of elementsOf(list).flatMap((one) => (nameOf(one) === 'div' ? elementsOf(one) : [one]))) {
    const text = squeeze(textOf(child));
    if (nameOf(child) === 'dt') term = term ? `${term} / ${text}` : text;
    else if (text && /[?？]$/.test(term)) {
      walk.blocks.push({ kind: 'heading', level: OPENED_LEVEL, text: term }, { kind: 'text', text });
      walk.blocks.push(sectionEnd(OPENED_LEVEL));
      term = '';
    } else if (text) {
      walk.blocks.push({ kind: 'text', text: term ? `${term}: ${text}` : text });
      term = '';
    }
  }
}

/** Children of an element: neighbouring parts of a line become one text; a line of links only leads elsewhere. */
function walkChildren(node: HtmlNode, walk: Walk): void {
  let line = '';
  let links = 0;
  /** What stands between links. */
  let beside = '';
  const flush = () => {
    const text = squeeze(line);
    const leads = links >= 2 && !/[\p{L}\p{N}]/u.test(beside.replace(NEIGHBOURS, ''));
    if (text && !leads) walk.blocks.push({ kind: 'text', text });
    line = '';
    links = 0;
    beside = '';
  };
  for (const child of node.children ?? []) {
    const hasBlocks =
      child.name !== undefined && (BLOCK.test(nameOf(child)) || findNode(child, (one) => BLOCK.test(nameOf(one))));
    if (!hasBlocks) {
      line += textOf(child);
      if (nameOf(child) === 'a') links += 1;
      else beside += textOf(child);
    } else {
      flush();
      walkNode(child, { ...walk, depth: walk.depth + 1 });
    }
  }
  flush();
}

/** Walks a node; a section that ends with it is closed behind it, with all headings that it had. */
function walkNode(node: HtmlNode, walk: Walk): void {
  if (isSilent(node) || walk.depth > MAX_DEPTH) return;
  const heading = node.attribs?.[SECTION];
  const from = heading === 'before' ? walk.blocks.findLastIndex(({ kind }) => kind === 'heading') : walk.blocks.length;
  walkOpen(node, walk);
  if (heading === undefined || walk.blocks.at(-1)?.kind === 'heading') return;
  const levels = walk.blocks.slice(Math.max(0, from)).flatMap((block) => (block.kind === 'heading' ? block.level : []));
  if (levels.length > 0) walk.blocks.push(sectionEnd(Math.min(...levels)));
}

function walkOpen(node: HtmlNode, walk: Walk): void {
  const name = nameOf(node);
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading) {
    const text = squeeze(textOf(node)).replaceAll('\n', ' ');
    if (text) walk.blocks.push({ kind: 'heading', level: Number(heading), text });
  } else if (name === 'ul' || name === 'ol') listBlocks(node, walk);
  else if (name === 'dl') definitions(node, walk);
  else if (name === 'pre') {
    const text = textOf(node).trim();
    if (text) walk.blocks.push({ kind: 'text', text });
  } else if (name === 'table') {
    const rows = tableRows(node);
    const caption = captionOf(node);
    if (isLayout(node, rows)) walkChildren(node, walk);
    else if (hasHeadsAside(node)) walk.blocks.push(...captionBlocks(caption), ...namedValues(rows));
    else walk.blocks.push(...tableBlocks(rows, caption));
  } else walkChildren(node, walk);
}

/** What the page is about: the part marked as main, else the only article, else all of it. */
function mainPart(root: HtmlNode): HtmlNode {
  const main = findNode(root, (node) => nameOf(node) === 'main' || node.attribs?.role === 'main');
  if (main && textOf(main).trim().length > 0) return main;
  const article = findNode(root, (node) => nameOf(node) === 'article');
  const body = findNode(root, (node) => nameOf(node) === 'body') ?? root;
  if (article && textOf(article).length * 2 > textOf(body).length) return article;
  return body;
}

function blocksOf(node: HtmlNode): Block[] {
  const walk: Walk = { blocks: [], depth: 0 };
  walkNode(node, walk);
  return walk.blocks;
}

/** A page's tree, in which all that a press opens is open. */
function openedTree(source: string): HtmlNode {
  const root = parseDocument(source) as unknown as HtmlNode;
  openPanels(root);
  return root;
}

/** Blocks of a piece of HTML, such as stands in Markdown. */
export const htmlBlocks = (source: string): Block[] => blocksOf(openedTree(source));

/** Blocks of a web page: its main part, with headings, lists and tables; cells over several rows or columns repeat. */
export function loadHtml(source: string, prepare?: (root: HtmlNode) => void): LoadedDocument {
  const root = openedTree(source);
  prepare?.(root);
  return loadTree(root);
}

/** Blocks of a page's tree, in which what is not its own text is hidden. */
export function loadTree(root: HtmlNode): LoadedDocument {
  hideFurniture(root);
  boldHeadings(root);
  const blocks = blocksOf(mainPart(root));
  const named = findNode(root, (node) => nameOf(node) === 'title');
  const title = (named?.children ?? [])
    .map(({ data }) => data ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const headings = blocks.filter((block) => block.kind === 'heading');
  const heading = headings.find(({ level }) => level === 1) ?? headings[0];
  return { title: (heading ? heading.text : title) || null, pages: [{ page: null, blocks }] };
}
