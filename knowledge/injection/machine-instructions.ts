import { cellsThatInstructTogether } from './cells-together.ts';
import { ENOUGH, pointsOf } from './points.ts';
import { segmentsOf } from './segments.ts';

/** A stretch of a text, from its offset `from` up to `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** Whether a sentence is let stand although it looks like an instruction to the machine. */
export type MayStand = (sentence: string) => boolean;

/**
 * The stretches of a shop's text that tell the machine what to do, in reading order: whole sentences or table cells.
 * What stands beside one in its paragraph and is doubtful by itself goes with it, and so do cells that only together
 * say one. What may stand is none.
 */
export function machineInstructions(text: string, mayStand: MayStand = () => false): Stretch[] {
  const segments = segmentsOf(text).map((segment) => ({
    ...segment,
    points: pointsOf(text.slice(segment.from, segment.to)),
  }));
  const found = segments.map(({ points }) => points >= ENOUGH);
  for (const at of cellsThatInstructTogether(segments, text)) found[at] = true;
  const spread = (at: number, beside: number) => {
    const here = segments[at];
    const other = segments[beside];
    if (here && other && found[beside] && here.points > 0 && here.paragraph === other.paragraph) found[at] = true;
  };
  for (let at = 1; at < segments.length; at++) spread(at, at - 1);
  for (let at = segments.length - 2; at >= 0; at--) spread(at, at + 1);
  return segments
    .filter(({ from, to }, at) => found[at] && !mayStand(text.slice(from, to)))
    .map(({ from, to }) => ({ from, to }));
}
