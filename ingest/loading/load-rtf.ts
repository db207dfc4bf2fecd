import type { Block, LoadedDocument } from './loaded-document.ts';
import { type RtfPart, rtfParts } from './rtf-text.ts';
import { tableBlocks } from './table-blocks.ts';

/** Below headings that the file marks as such. */
const BOLD_LEVEL = 5;
const LONGEST_BOLD = 80;
const SENTENCE_END = /[。.!！?？:：;；,，]$/;

function paragraphBlock({ text, bold, level, marker }: Extract<RtfPart, { kind: 'paragraph' }>): Block {
  const line = text.replace(/\s+/g, ' ');
  if (level !== undefined && level < 6) return { kind: 'heading', level: level + 1, text: line };
  if (marker !== '') return { kind: 'item', text: `${/[\p{L}\p{N}]/u.test(marker) ? marker : '-'} ${line}` };
  if (bold && line.length <= LONGEST_BOLD && !SENTENCE_END.test(line))
    return { kind: 'heading', level: BOLD_LEVEL, text: line };
  return { kind: 'text', text };
}

/** Headings, paragraphs, points and tables of a Rich Text file. */
export function loadRtf(bytes: Uint8Array): LoadedDocument {
  const blocks: Block[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (rows.length > 0)
      blocks.push(...tableBlocks(rows.map((row) => [...row, ...Array(width - row.length).fill('')])));
    rows = [];
  };
  for (const part of rtfParts(Buffer.from(bytes).toString('latin1'))) {
    if (part.kind === 'row') rows.push(part.cells.map((cell) => cell.replace(/\s+/g, ' ').trim()));
    else {
      endTable();
      blocks.push(paragraphBlock(part));
    }
  }
  endTable();
  const heading = blocks.find((block) => block.kind === 'heading');
  return { title: heading?.kind === 'heading' ? heading.text : null, pages: [{ page: null, blocks }] };
}
