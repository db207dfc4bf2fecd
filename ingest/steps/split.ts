import { guessLanguage } from '../../knowledge/text/guess-language.ts';
import type { Language } from '../../stores/schema.ts';
import type { Block, LoadedDocument, LoadedPage } from '../loading/loaded-document.ts';
import { keepInstructionsWhole } from './keep-instructions-whole.ts';
import { tableParts } from './table-parts.ts';

/** A passage to be: it never crosses a page or a heading, save with an instruction to the machine. */
export interface Piece {
  page: number | null;
  /** The section it belongs to, with its parents: "Delivery › Lost parcels". */
  heading: string | null;
  text: string;
  language: Language;
}

/** Letters of a piece: about two paragraphs; a Chinese letter says what two or three Latin ones do. */
const SIZE = { zh: 350, en: 900 };
/** What a piece repeats of the one before it, in whole sentences. */
const OVERLAP = { zh: 40, en: 100 };
/** Pieces below this share of the size join their neighbour under the same heading. */
const SMALL = 0.25;
/** Of a heading's path: the whole path of a deep outline would drown the section's own name. */
const PATH_DEPTH = 3;
/** For sentences that are longer than a piece. */
const SEPARATORS = ['\n\n', '\n', '；', '; ', '，', ', ', '、', ' ', ''];

interface Section {
  heading: string | null;
  blocks: Block[];
}

/** Headings with their parents; the state goes on over pages. */
function sections(page: LoadedPage, path: Array<{ level: number; text: string }>, title: string | null): Section[] {
  const named = () => (path[0]?.text === title ? path.slice(1) : path);
  const name = () =>
    named()
      .slice(-PATH_DEPTH)
      .map((part) => part.text)
      .join(' › ') || null;
  const out: Section[] = [{ heading: name(), blocks: [] }];
  for (const block of page.blocks) {
    if (block.kind === 'heading') {
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      if (block.text !== '') path.push({ level: block.level, text: block.text });
      out.push({ heading: name(), blocks: [] });
    } else out.at(-1)?.blocks.push(block);
  }
  return out.filter((section) => section.blocks.length > 0);
}

/** Sentences with what ends them; a point counts only before a space and a new beginning. */
const sentencesOf = (text: string): string[] =>
  text.match(/.+?(?:[。！？]+[”’」』）)]*|[.!?]+["”’)]*(?=\s+[\p{Lu}\p{N}“"(\p{Script=Han}])|\n|$)/gsu) ?? [text];

/** A sentence that alone is too long, cut where it pauses. Few files have one: only those load the splitter, which takes 0.3 s. */
async function splitSentence(sentence: string, chunkSize: number): Promise<string[]> {
  const { RecursiveCharacterTextSplitter } = await import('@langchain/textsplitters');
  const options = { chunkSize, chunkOverlap: 0, separators: SEPARATORS, keepSeparator: true };
  const parts = await new RecursiveCharacterTextSplitter(options).splitText(sentence);
  return parts.map((part) => part.replace(/^[；，、;,\s]+/, '').trim());
}

/** A long text as parts of whole sentences; each but the first repeats the end of the one before. */
async function longText(text: string, language: Language): Promise<string[]> {
  const size = SIZE[language];
  const parts: string[] = [];
  let part: string[] = [];
  /** Sentences of `part` that no part before has. */
  let fresh = 0;
  const length = () => part.reduce((sum, sentence) => sum + sentence.length, 0);
  const flush = () => {
    const whole = part.join('').trim();
    if (whole !== '' && fresh > 0) parts.push(whole);
    fresh = 0;
    const tail = part.at(-1) ?? '';
    part = tail.length <= OVERLAP[language] ? [tail] : [];
  };
  for (const sentence of sentencesOf(text)) {
    if (length() > 0 && length() + sentence.length > size) flush();
    if (sentence.length <= size) {
      part.push(sentence);
      fresh += 1;
    } else {
      flush();
      part = [];
      parts.push(...(await splitSentence(sentence, size)));
    }
  }
  flush();
  return parts.filter(Boolean);
}

const isIntroduction = (text: string) => /[：:]$/.test(text);

async function sectionTexts(blocks: Block[], language: Language): Promise<string[]> {
  const size = SIZE[language];
  const units: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') units.push(...tableParts(block, size));
    else if (block.text.length > size) units.push(...(await longText(block.text, language)));
    else units.push(block.text);
  }
  const texts: string[] = [];
  let text = '';
  for (const unit of units) {
    // A line that introduces a list or a table stays with its beginning.
    if (text !== '' && text.length + unit.length > size && !isIntroduction(text)) {
      texts.push(text);
      text = '';
    }
    const apart = unit.includes('\n| ') || unit.startsWith('| ') || text.endsWith(' |');
    text += (text === '' ? '' : apart ? '\n\n' : '\n') + unit;
  }
  if (text !== '') texts.push(text);
  const last = texts.at(-1);
  const before = texts.at(-2);
  if (last !== undefined && before !== undefined && last.length < size * SMALL && !last.includes('| --- |'))
    texts.splice(-2, 2, `${before}\n${last}`);
  return texts;
}

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
  return keepInstructionsWhole(pieces);
}
