import { machineInstructions, type Stretch } from '../../knowledge/injection/machine-instructions.ts';
import { segmentsOf } from '../../knowledge/injection/segments.ts';
import type { Piece } from './split.ts';

/** Sentences on each side of a border that are read together. */
const AROUND = 2;
const HYPHEN = /(?<=\p{L})-$/u;
/** A beginning that carries on a sentence: none begins with a small letter, and Chinese has no capitals to tell by. */
const CARRIES_ON = /^[\s，、,]*[\p{Ll}\p{Script=Han}]/u;

/**
 * The same pieces, but an instruction to the machine that a border cuts in two stands whole in the first of them, so
 * that who reads one passage at a time finds it. What else the second says stays there.
 */
export function keepInstructionsWhole(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    const moved = before ? lettersToMove(before.text, piece.text) : 0;
    if (!before || moved === 0) {
      out.push(piece);
      continue;
    }
    const { text, glue } = openEnd(before.text);
    out[out.length - 1] = { ...before, text: text + glue + piece.text.slice(0, moved) };
    const rest = piece.text.slice(moved).trim();
    if (/[\p{L}\p{N}]/u.test(rest)) out.push({ ...piece, text: rest });
  }
  return out;
}

/** A text's end as the next one continues it: a word that was divided is put together. */
const openEnd = (text: string): { text: string; glue: string } =>
  HYPHEN.test(text) ? { text: text.replace(HYPHEN, ''), glue: '' } : { text, glue: '\n' };

/** How much of `after`, from its beginning, belongs to an instruction that shows only together with `before`; mostly 0. */
function lettersToMove(before: string, after: string): number {
  const end = openEnd(before);
  const tail = end.text.slice(segmentsOf(end.text).at(-AROUND)?.from ?? 0) + end.glue;
  const head = after.slice(0, segmentsOf(after)[AROUND - 1]?.to);
  const border = tail.length;
  const together = machineInstructions(tail + head);
  if (together.length === 0) return 0;

  const first = machineInstructions(tail);
  const second = machineInstructions(head).map(({ from, to }) => ({ from: from + border, to: to + border }));
  const within = (all: Stretch[], from: number, to: number) => all.some((one) => one.from <= from && one.to >= to);
  const letter = (at: number) => at + ((tail + head).slice(at).match(/^\s*/)?.[0].length ?? 0);

  let reach = border;
  for (const [at, { from, to }] of together.entries()) {
    if (to <= border) {
      // Doubtful by itself, and told by what follows: both go together.
      const next = together[at + 1];
      if (!within(first, from, to) && next && next.from >= border && letter(border) >= next.from) reach = next.to;
      continue;
    }
    // A side that shows it by itself takes the other along only where the sentence clearly goes on.
    const told =
      within(second, letter(Math.max(from, border)), to) ||
      (from < border && within(first, from, tail.trimEnd().length));
    if (!told || (from < border && CARRIES_ON.test(head))) reach = Math.max(reach, to);
  }
  return reach - border;
}
