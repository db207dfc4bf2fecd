import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { guessLanguage } from '../../knowledge/text/guess-language.ts';
import type { Language } from '../../stores/schema.ts';
import type { Block, LoadedDocument, LoadedPage } from '../loading/loaded-document.ts';

/** A passage to be: it never crosses a page or a heading. */
export interface Piece {
  page: number | null;
  heading: string | null;
  text: string;
  language: Language;
}

/** Letters of a piece: about two paragraphs; a Chinese letter says what two or three Latin ones do. */
const SIZE = { zh: 350, en: 900 };
const OVERLAP = { zh: 40, en: 100 };
/** Pieces below this share of the size join their neighbour under the same heading. */
const SMALL = 0.25;
const SEPARATORS = ['\n\n', '\n', '。', '！', '？', '；', '. ', '! ', '? ', '; ', '，', ', ', ' ', ''];

const escapeCell = (cell: string) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const rowText = (row: string[]) => `| ${row.map(escapeCell).join(' | ')} |`;

/** Tables that don't fit a piece are cut between rows, each part with the header. */
function tableParts(rows: string[][], size: number): string[] {
  const [header = [], ...body] = rows;
  const head = `${rowText(header)}\n|${' --- |'.repeat(Math.max(1, header.length))}`;
  const parts: string[] = [];
  let part = head;
  for (const row of body) {
    const line = rowText(row);
    if (part.length + line.length > size * 1.4 && part !== head) {
      parts.push(part);
      part = head;
    }
    part += `\n${line}`;
  }
  if (part !== head || body.length === 0) parts.push(part);
  return parts;
}

interface Section {
  heading: string | null;
  blocks: Block[];
}

/** Headings with their parents, "Delivery › Lost parcels"; the state goes on over pages. */
function sections(page: LoadedPage, path: Array<{ level: number; text: string }>, title: string | null): Section[] {
  const named = () => (path[0]?.text === title ? path.slice(1) : path);
  const name = () =>
    named()
      .slice(-2)
      .map((part) => part.text)
      .join(' › ') || null;
  const out: Section[] = [{ heading: name(), blocks: [] }];
  for (const block of page.blocks) {
    if (block.kind === 'heading') {
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      path.push({ level: block.level, text: block.text });
      out.push({ heading: name(), blocks: [] });
    } else out.at(-1)?.blocks.push(block);
  }
  return out.filter((section) => section.blocks.length > 0);
}

async function sectionTexts(blocks: Block[], language: Language): Promise<string[]> {
  const size = SIZE[language];
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: size,
    chunkOverlap: OVERLAP[language],
    separators: SEPARATORS,
    keepSeparator: true,
  });
  const units: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') units.push(...tableParts(block.rows, size));
    else if (block.text.length > size) units.push(...(await splitter.splitText(block.text)).map(trimSeparator));
    else units.push(block.text);
  }
  const texts: string[] = [];
  let text = '';
  units.forEach((unit, i) => {
    const item = blocks.length > 0 && text.endsWith('：');
    // A line that introduces a list or a table stays with its beginning.
    if (text !== '' && text.length + unit.length > size && !item && !text.endsWith(':')) {
      texts.push(text);
      text = '';
    }
    text += (text === '' ? '' : unit.startsWith('| ') || text.endsWith(' |') ? '\n\n' : '\n') + unit;
    if (i === units.length - 1) texts.push(text);
  });
  const last = texts.at(-1);
  const before = texts.at(-2);
  if (last !== undefined && before !== undefined && last.length < size * SMALL)
    texts.splice(-2, 2, `${before}\n${last}`);
  return texts;
}

/** The splitter leaves a separator at the start of the next part: a full stop belongs to the sentence before. */
const trimSeparator = (text: string) => text.replace(/^[。！？；，,.;!?\s]+/, '').trim();

/** Cuts a document by page and heading into pieces of about 350 Chinese or 900 Latin letters; deterministic. */
export async function split(document: LoadedDocument, locale: Language | null): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const path: Array<{ level: number; text: string }> = [];
  for (const page of document.pages) {
    for (const section of sections(page, path, document.title)) {
      const plain = section.blocks.map((b) => (b.kind === 'table' ? b.rows.flat().join(' ') : b.text)).join('\n');
      const language = guessLanguage(plain, locale ?? guessLanguage(section.heading ?? ''));
      for (const text of await sectionTexts(section.blocks, language))
        if (/[\p{L}\p{N}]/u.test(text)) pieces.push({ page: page.page, heading: section.heading, text, language });
    }
  }
  return pieces;
}
