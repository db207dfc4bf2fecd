import { type Box, isBox } from './box.ts';
import { type Paragraph, type ParagraphOptions, toParagraphs } from './paragraphs.ts';
import { type Line, NOTED } from './rows.ts';

/** Of the body's letters: notes are set smaller. */
const SMALLER = 0.93;
/** A sign in brackets was raised; a number without them is a note's when the page's text refers to it. */
const NOTE = /^(?:\[(\d{1,2})\]|(\d{1,2})(?=\s)|([*†‡§]))/u;

/** A note, and the part of the page behind which its column ended. */
interface Note {
  paragraph: Paragraph;
  behind: Paragraph | Box | undefined;
}

const markOf = (text: string): { mark: string; raised: boolean } | undefined => {
  const [, raised, number, sign] = NOTE.exec(text) ?? [];
  const mark = raised ?? number ?? sign;
  return mark === undefined ? undefined : { mark, raised: number === undefined };
};

/** What refers to a note; a raised number before a letter is a numerator. */
const reference = (mark: string): RegExp =>
  /\d/.test(mark)
    ? new RegExp(`(?<=${NOTED.source.slice(0, -1)}) \\[${mark}\\](?![\\p{L}\\p{N}])`, 'u')
    : new RegExp(`(?<=\\S)[${mark}]`, 'u');

/** Whether a part of the page refers to a note: a paragraph, or a table in a cell. */
const refersTo = (part: Paragraph | Box, mark: string): boolean =>
  isBox(part) ? part.rows.flat().some((cell) => reference(mark).test(cell)) : reference(mark).test(part.text);

/** Parts a column's lines from the notes at its foot: smaller ones, the first of which begins with a mark. */
export function partNotes(column: Line[], bodySize: number, page: Line[][]): { text: Line[]; notes: Line[][] } {
  const from = column.findLastIndex(({ size }) => size >= bodySize * SMALLER) + 1;
  const notes: Line[][] = [];
  for (const line of column.slice(from)) {
    const found = markOf(line.text);
    const begins =
      found && (found.raised || page.flat().some((other) => other !== line && reference(found.mark).test(other.text)));
    if (begins) notes.push([line]);
    else notes.at(-1)?.push(line);
    if (notes.length === 0) return { text: column, notes };
  }
  return { text: column.slice(0, from), notes };
}

/** The paragraphs of notes that stood at the foot of a column. */
export const toNotes = (notes: Line[][], behind: Note['behind'], options: ParagraphOptions): Note[] =>
  notes.flatMap((lines) => toParagraphs(lines, options).map((paragraph) => ({ paragraph, behind })));

/**
 * Puts each note right behind the paragraph or the table that refers to it, else behind the end of its column. The
 * number of a note that follows its paragraph says nothing any more and goes.
 */
export function withNotes(parts: Array<Paragraph | Box>, notes: Note[]): Array<Paragraph | Box> {
  const out = [...parts];
  const last = new Map<Paragraph | Box, Paragraph>();
  for (const { paragraph, behind } of notes) {
    const mark = markOf(paragraph.text)?.mark;
    const home = mark === undefined ? undefined : parts.find((part) => refersTo(part, mark));
    if (home && !isBox(home) && /\d/.test(mark ?? '')) {
      home.text = home.text.replace(reference(mark ?? ''), '');
      paragraph.text = paragraph.text.replace(NOTE, '').trim();
    }
    const before = home ?? behind;
    const at = before ? out.indexOf(last.get(before) ?? before) : -1;
    out.splice(at + 1, 0, paragraph);
    if (before) last.set(before, paragraph);
  }
  return out;
}
