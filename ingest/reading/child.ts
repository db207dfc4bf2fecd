// A process that reads files, one at a time: each line of stdin names one, frames on descriptor 3 answer. It ends with stdin.
import { writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { cleanMarks } from '../../knowledge/injection/clean-marks.ts';
import { withoutInstructions } from '../../knowledge/injection/without-instructions.ts';
import { contentHash } from '../../knowledge/sources/content-hash.ts';
import { loadBytes } from '../loading/load-bytes.ts';
import { LoadFailure } from '../loading/load-failure.ts';
import { instructionWarning } from '../steps/instruction-warning.ts';
import { type Piece, split } from '../steps/split.ts';
import { frame, MESSAGE, SEGMENT } from './frames.ts';
import type { FileToRead, FromReader, PieceRow } from './messages.ts';

const OUT = 3;
/** Letters of a segment's texts: what the worker passes on in one statement. */
const SEGMENT_LETTERS = 100_000;
const PROGRESS_MS = 150;

/**
 * Few readers live long enough to be paid back the second of the two optimisations, which takes a sixth of the time of
 * the first hundred pages. Set here, since a Node whose V8 has no such flag would not start with it; it goes on without.
 */
setFlagsFromString('--invocation-count-for-turbofan=60000');

/** Arguments: the program that reads scanned pages and its languages, where the operator has one. */
const [program, languages] = process.argv.slice(2);
const recogniser = program && languages ? { program, languages } : undefined;

function send(kind: number, text: string): void {
  const bytes = frame(kind, text);
  for (let at = 0; at < bytes.length; ) at += writeSync(OUT, bytes, at);
}
const tell = (message: FromReader) => send(MESSAGE, JSON.stringify(message));

/** Tells how far a file is, now and then. */
function progress(): (done: number, of: number) => void {
  let next = 0;
  return (done, of) => {
    const now = performance.now();
    if (now < next) return;
    next = now + PROGRESS_MS;
    tell({ kind: 'page', done, of });
  };
}

async function read(file: FileToRead, bytes: Uint8Array): Promise<FromReader> {
  const loaded = await loadBytes(bytes, file.fileName, file.mime, { onPage: progress(), recogniser });
  const title = file.title ?? (withoutInstructions(loaded.title ?? '') || file.fileName.replace(/\.\w{1,8}$/, ''));
  const pieces = await split(loaded, file.locale);
  if (pieces.length === 0) throw new LoadFailure('no_text');

  const doubtful: Piece[] = [];
  const marks = await cleanMarks();
  let segment: PieceRow[] = [];
  let letters = 0;
  const flush = () => {
    send(SEGMENT, JSON.stringify(segment));
    segment = [];
    letters = 0;
  };
  for (const [ordinal, piece] of pieces.entries()) {
    const { page, heading, text, language } = piece;
    const content_hash = contentHash({ title, heading, text, keywords: '' });
    const clean_mark = marks.of({ title, heading, text });
    if (clean_mark === null) doubtful.push(piece);
    segment.push({ ordinal, page, heading, text, language, content_hash, clean_mark });
    letters += text.length;
    if (letters >= SEGMENT_LETTERS) flush();
  }
  if (segment.length > 0) flush();
  const warning = instructionWarning(doubtful);
  const pages = loaded.pages.some((page) => page.page !== null) ? loaded.pages.length : null;
  return {
    kind: 'read',
    title,
    pages,
    pieces: pieces.length,
    warnings: [...(loaded.warnings ?? []), ...(warning ? [warning] : [])],
  };
}

async function answer(line: string): Promise<FromReader> {
  // Written by this same program, whose reader checks the answers: loading zod here takes as long as ten pages.
  const file: FileToRead = JSON.parse(line);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(file.path));
  } catch (error) {
    return { kind: 'broke', reason: error instanceof Error ? error.message : String(error) };
  }
  try {
    return await read(file, bytes);
  } catch (error) {
    const failure = error instanceof LoadFailure ? error : new LoadFailure('damaged', { cause: error });
    return { kind: 'failed', code: failure.code, ...(failure.detail && { detail: failure.detail }) };
  }
}

// What a library leaves behind of a broken file is no reason to end: the answer has been given or will be.
process.on('unhandledRejection', () => undefined);
tell({ kind: 'ready' });
let kept = false;
for await (const line of createInterface({ input: process.stdin })) {
  const end = await answer(line);
  tell({ kind: 'memory', bytes: process.memoryUsage.rss() });
  tell(end);
  // It is killed in the end, and would keep nothing of what it has compiled.
  if (!kept) flushCompileCache();
  kept = true;
}
process.exit(0);
