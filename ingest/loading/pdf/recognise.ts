import { spawn } from 'node:child_process';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Atom, PageText } from './atoms.ts';
import { provideCanvas } from './pdfjs.ts';

/** The operator's tesseract: its path, and the languages that it has, joined by "+". */
export interface Recogniser {
  program: string;
  languages: string;
}

/** Dots an inch: enough for letters of 8 points. */
const DPI = 200;
const MAX_SIDE = 4_000;
const PAGE_MS = 15_000;
const MAX_OUTPUT = 8 * 1024 ** 2;
/** Of 100: below this a word is dirt. */
const CONFIDENCE = 35;

interface Picture {
  png: Buffer;
  /** Dots a point. */
  scale: number;
  height: number;
}

/** Undefined where the canvas, which npm takes only where there is a build of it, is missing. */
async function draw(page: PDFPageProxy): Promise<Picture | undefined> {
  const canvases = await provideCanvas();
  if (!canvases) return undefined;
  const [, , width = 595, height = 842] = page.view;
  const scale = Math.min(DPI / 72, MAX_SIDE / Math.max(width, height, 1));
  const viewport = page.getViewport({ scale });
  const canvas = canvases.createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
  canvasContext.fillStyle = '#fff';
  canvasContext.fillRect(0, 0, canvas.width, canvas.height);
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  return { png: canvas.toBuffer('image/png'), scale, height: viewport.height / scale };
}

/** Runs tesseract on a picture; its table of words, or an empty text when it fails or takes too long. */
function run({ program, languages }: Recogniser, png: Buffer): Promise<string> {
  return new Promise((done) => {
    const child = spawn(program, ['stdin', 'stdout', '-l', languages, '--dpi', String(DPI), '--psm', '3', 'tsv'], {
      env: { OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: PAGE_MS,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MAX_OUTPUT) child.kill('SIGKILL');
      else parts.push(part);
    });
    child.stdin.on('error', () => undefined);
    child.on('error', () => done(''));
    child.on('close', (code) => done(code === 0 ? Buffer.concat(parts).toString('utf8') : ''));
    child.stdin.end(png);
  });
}

/** Levels of rows in tesseract's table. */
const LINE = '4';
const WORD = '5';

/** What bullets and the lines of frames are taken for at the start of a line. */
const BULLET = /^[+。«»*°·¢©®>]$/u;
const STROKE = /^[|_—]+$/;
const HAN_EDGE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** A word as it was meant: bullets are bullets, "1，" at the start is the number of an item. */
function meant(text: string, first: boolean): string {
  if (STROKE.test(text)) return '';
  if (!first) return text;
  return BULLET.test(text) ? '•' : text.replace(/^(\d{1,2})[，,]$/, '$1.');
}

/** Words with their places, in points from the lower left, as if the page had a text layer. */
export function wordsOf(tsv: string, { scale, height }: { scale: number; height: number }): Atom[] {
  const atoms: Atom[] = [];
  let line = { bottom: 0, size: 10 };
  let last: Atom | undefined;
  for (const row of tsv.split('\n').slice(1)) {
    const [level, , , , , , left = 0, top = 0, width = 0, tall = 0, confidence = 0, ...rest] = row.split('\t');
    if (level === LINE) {
      line = { bottom: Number(top) + Number(tall), size: (Number(tall) * 0.9) / scale };
      last = undefined;
    }
    const text = meant(rest.join(' ').trim(), last === undefined);
    if (level !== WORD || text === '' || Number(confidence) < CONFIDENCE) continue;
    const x0 = Number(left) / scale;
    const y = height - line.bottom / scale + line.size * 0.15;
    // Boxes of Chinese letters leave the white around them out: neighbours touch.
    const touch = last && HAN_EDGE.test(last.text.at(-1) ?? '') && HAN_EDGE.test(text[0] ?? '');
    if (last && touch && x0 - last.x1 < line.size) last.x1 = Math.max(last.x1, x0);
    last = { text, x0, x1: x0 + Number(width) / scale, y, size: line.size, font: 'recognised', rtl: false };
    atoms.push(last);
  }
  return evened(atoms);
}

/** Boxes of lines differ with the letters in them; sizes near the usual one are the usual one. */
function evened(atoms: Atom[]): Atom[] {
  const sizes = atoms.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10;
  return atoms.map((atom) => (atom.size > usual * 0.7 && atom.size < usual * 1.35 ? { ...atom, size: usual } : atom));
}

/** What a picture of a page says. Undefined: it cannot be drawn here, or nothing was found. */
export async function recognisePage(page: PDFPageProxy, recogniser: Recogniser): Promise<PageText | undefined> {
  const picture = await draw(page);
  if (!picture) return undefined;
  const atoms = wordsOf(await run(recogniser, picture.png), picture);
  return atoms.length > 0 ? { atoms, direction: 'right', bottom: 0, height: picture.height } : undefined;
}
