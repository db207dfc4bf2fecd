import { type Direction, TURN } from './atoms.ts';
import { OPS } from './pdfjs.ts';
import type { PathListener } from './text-worker.ts';

/** Lines that a page draws, and edges of its filled rectangles. Points, turned as the page's text is. */
export interface Rules {
  /** `[y, x0, x1]`, from top to bottom. */
  horizontal: Stretch[];
  /** `[x, bottom, top]`, from left to right. */
  vertical: Stretch[];
}

type Stretch = [number, number, number];
type Point = [x: number, y: number];

/** Points: shorter strokes are letters' parts and decoration; thinner shapes are lines. */
const SHORTEST = 6;
const THIN = 3;
const MAX_STRETCHES = 20_000;
/** A page that has more of them, joined, shows a drawing and no table. */
const MAX_RULES = 4_000;

const none = (): Rules => ({ horizontal: [], vertical: [] });
const size = ({ horizontal, vertical }: Rules) => horizontal.length + vertical.length;

function add(to: Rules, [ax, ay]: Point, [bx, by]: Point): void {
  const [w, h] = [Math.abs(bx - ax), Math.abs(by - ay)];
  if (h < THIN && w > SHORTEST) to.horizontal.push([(ay + by) / 2, Math.min(ax, bx), Math.max(ax, bx)]);
  else if (w < THIN && h > SHORTEST) to.vertical.push([(ax + bx) / 2, Math.min(ay, by), Math.max(ay, by)]);
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

function turned(rules: Rules, direction: Direction): Rules {
  if (direction === 'right') return rules;
  const turn = TURN[direction];
  const out = none();
  for (const [y, x0, x1] of rules.horizontal) add(out, turn(x0, y), turn(x1, y));
  for (const [x, y0, y1] of rules.vertical) add(out, turn(x, y0), turn(x, y1));
  return out;
}

/** What hears of the paths of one page, and what they come to in the end. */
export interface RuleReader {
  listen: PathListener;
  rules(direction: Direction): Rules;
}

/** `view`: left, bottom, right, top of the page. */
export function createRuleReader([, , right = 595, top = 842]: number[]): RuleReader {
  const drawn = none();
  /** The path that is being made; it may yet be one that only clips. */
  let path = none();
  /** Its last part: lines between its corners, and the frame around them. */
  let lines = none();
  let corners = 0;
  let curved = false;
  let [x0, y0, x1, y1] = [0, 0, 0, 0];
  let last: Point = [0, 0];

  const corner = (x: number, y: number) => {
    if (corners === 0) [x0, y0, x1, y1] = [x, y, x, y];
    else if (size(lines) < MAX_STRETCHES) add(lines, last, [x, y]);
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    last = [x, y];
    corners += 1;
  };
  const endPart = () => {
    const wholePage = x1 - x0 > right * 0.97 && y1 - y0 > top * 0.9;
    if (corners > 1 && !wholePage && size(path) < MAX_STRETCHES) {
      const thin = y1 - y0 < THIN || x1 - x0 < THIN;
      if (corners < 4 || curved) {
        path.horizontal.push(...lines.horizontal);
        path.vertical.push(...lines.vertical);
      } else if (thin) add(path, [x0, y0], [x1, y1]);
      else {
        add(path, [x0, y0], [x1, y0]);
        add(path, [x0, y1], [x1, y1]);
        add(path, [x0, y0], [x0, y1]);
        add(path, [x1, y0], [x1, y1]);
      }
    }
    lines = none();
    corners = 0;
    curved = false;
  };

  return {
    listen(operator, numbers, matrix) {
      const { 0: a = 1, 1: b = 0, 2: c = 0, 3: d = 1, 4: e = 0, 5: f = 0 } = matrix;
      const place = (x: number, y: number) => corner(a * x + c * y + e, b * x + d * y + f);
      const { 0: x = 0, 1: y = 0, 2: width = 0, 3: height = 0 } = numbers;
      if (operator === OPS.moveTo || operator === OPS.rectangle) endPart();
      if (operator === OPS.moveTo || operator === OPS.lineTo) place(x, y);
      else if (operator === OPS.rectangle) {
        place(x, y);
        if (width !== 0 && height !== 0) place(x + width, y);
        place(x + width, y + height);
        if (width !== 0 && height !== 0) place(x, y + height);
      } else if (operator <= OPS.curveTo3) curved = true;
      else if (operator !== OPS.closePath) {
        endPart();
        if (operator !== OPS.endPath && size(drawn) + size(path) < MAX_STRETCHES) {
          drawn.horizontal.push(...path.horizontal);
          drawn.vertical.push(...path.vertical);
        }
        path = none();
      }
    },
    rules(direction) {
      const { horizontal, vertical } = turned(drawn, direction);
      const rules = {
        horizontal: merged(horizontal).sort((a, b) => b[0] - a[0]),
        vertical: merged(vertical).sort((a, b) => a[0] - b[0]),
      };
      return size(rules) > MAX_RULES ? none() : rules;
    },
  };
}
