import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Direction, TURN } from './atoms.ts';

/** Lines that a page draws, and edges of its filled rectangles. Points, turned as the page's text is. */
export interface Rules {
  /** `[y, x0, x1]`, from top to bottom. */
  horizontal: Array<[number, number, number]>;
  /** `[x, bottom, top]`, from left to right. */
  vertical: Array<[number, number, number]>;
}

type Matrix = readonly [number, number, number, number, number, number];
type Stretch = [number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Points: shorter strokes are letters' parts and decoration; thinner shapes are lines. */
const SHORTEST = 6;
const THIN = 3;
const MAX_STRETCHES = 20_000;
/** PDF.js' codes of a path's steps, and the numbers that follow each. */
const MOVE = 0;
const LINE = 1;
const STEP_LENGTH = [2, 2, 6, 0];

const multiply = (m: Matrix, [a, b, c, d, e, f]: Matrix): Matrix => [
  m[0] * a + m[2] * b,
  m[1] * a + m[3] * b,
  m[0] * c + m[2] * d,
  m[1] * c + m[3] * d,
  m[0] * e + m[2] * f + m[4],
  m[1] * e + m[3] * f + m[5],
];

function matrixOf(values: unknown): Matrix {
  const [a, b, c, d, e, f] = ArrayBuffer.isView(values) || Array.isArray(values) ? Array.from(values as number[]) : [];
  return a === undefined ? IDENTITY : [a, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

/** Stretches on one line that touch become one. */
function merged(stretches: Stretch[]): Stretch[] {
  const sorted = stretches.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lines: Stretch[][] = [];
  for (const stretch of sorted) {
    const line = lines.at(-1);
    if (line && stretch[0] - (line[0]?.[0] ?? 0) < 1.6) line.push(stretch);
    else lines.push([stretch]);
  }
  return lines.flatMap((line) => {
    const out: Stretch[] = [];
    for (const [at, from, to] of line.sort((a, b) => a[1] - b[1])) {
      const last = out.at(-1);
      if (last && from - last[2] < THIN) last[2] = Math.max(last[2], to);
      else out.push([at, from, to]);
    }
    return out;
  });
}

/** Reads a page's drawing: dear, so ask only for pages on which something looks like a table. */
export async function readRules(page: PDFPageProxy, direction: Direction): Promise<Rules> {
  const { fnArray, argsArray } = await page.getOperatorList();
  page.cleanup();
  const horizontal: Stretch[] = [];
  const vertical: Stretch[] = [];
  const [, , viewRight = 595, viewTop = 842] = page.view;
  let matrix = IDENTITY;
  const stack: Matrix[] = [];

  const add = (x0: number, y0: number, x1: number, y1: number) => {
    if (horizontal.length + vertical.length > MAX_STRETCHES) return;
    const [w, h] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    if (h < THIN && w > SHORTEST) horizontal.push([(y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1)]);
    else if (w < THIN && h > SHORTEST) vertical.push([(x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1)]);
  };
  const path = (data: ArrayLike<number>) => {
    const corners: Array<[number, number]> = [];
    let curved = false;
    const flush = () => {
      const xs = corners.map(([x]) => x);
      const ys = corners.map(([, y]) => y);
      const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const wholePage = x1 - x0 > (viewRight - 0) * 0.97 && y1 - y0 > viewTop * 0.9;
      if (corners.length >= 4 && !curved && !wholePage) {
        if (y1 - y0 < THIN || x1 - x0 < THIN) add(x0, y0, x1, y1);
        else {
          add(x0, y0, x1, y0);
          add(x0, y1, x1, y1);
          add(x0, y0, x0, y1);
          add(x1, y0, x1, y1);
        }
      } else if (!wholePage)
        for (let i = 1; i < corners.length; i++) {
          const [from, to] = [corners[i - 1], corners[i]];
          if (from && to) add(...from, ...to);
        }
      corners.length = 0;
      curved = false;
    };
    for (let i = 0; i < data.length; ) {
      const step = data[i] ?? 0;
      if (step === MOVE) flush();
      if (step === MOVE || step === LINE) {
        const [x, y] = [data[i + 1] ?? 0, data[i + 2] ?? 0];
        const [a, b, c, d, e, f] = matrix;
        corners.push(TURN[direction](a * x + c * y + e, b * x + d * y + f));
      } else if (step === 2) curved = true;
      i += 1 + (STEP_LENGTH[step] ?? 0);
    }
    flush();
  };

  fnArray.forEach((fn, i) => {
    const args = argsArray[i] as unknown[] | null;
    if (fn === OPS.save) stack.push(matrix);
    else if (fn === OPS.restore) matrix = stack.pop() ?? IDENTITY;
    else if (fn === OPS.transform) matrix = multiply(matrix, matrixOf(args));
    else if (fn === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      matrix = multiply(matrix, matrixOf(args?.[0]));
    } else if (fn === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? IDENTITY;
    else if (fn === OPS.constructPath && args?.[0] !== OPS.endPath) {
      const data = (args?.[1] as unknown[] | undefined)?.[0];
      if (data && ArrayBuffer.isView(data)) path(data as unknown as ArrayLike<number>);
    }
  });
  return {
    horizontal: merged(horizontal).sort((a, b) => b[0] - a[0]),
    vertical: merged(vertical).sort((a, b) => a[0] - b[0]),
  };
}
