import type { Passage } from '../types.ts';
import { type MayStand, machineInstructions, type Stretch } from './machine-instructions.ts';
import { instructTogether } from './points.ts';
import { segmentsOf } from './segments.ts';
import { without } from './without-instructions.ts';

type Texts = Pick<Passage, 'title' | 'heading' | 'text'>;

/** What instructs the machine in each of a passage's texts. */
interface Found {
  title: Stretch[];
  heading: Stretch[];
  text: Stretch[];
}

/** Adds the end of one text and the beginning of the next where they instruct only together. */
function addOver(
  before: { text: string; found: Stretch[] },
  after: { text: string; found: Stretch[] },
  mayStand: MayStand,
) {
  const [end, beginning] = [segmentsOf(before.text).at(-1), segmentsOf(after.text)[0]];
  if (!end || !beginning || beginning.cell) return;
  const parts = [before.text.slice(end.from, end.to), after.text.slice(beginning.from, beginning.to)] as const;
  const [first, second] = instructTogether(parts);
  const leave = (found: Stretch[], { from, to }: Stretch) => found.every((one) => one.from !== from) && { from, to };
  const [mine, others] = [first && leave(before.found, end), second && leave(after.found, beginning)];
  if (mine && !mayStand(parts[0])) before.found.push(mine);
  if (others && !mayStand(parts[1])) after.found.unshift(others);
}

/** The stretches of a passage that instruct the machine, also those that a heading begins and its text ends. */
export function instructionsOfPassage({ title, heading, text }: Texts, mayStand: MayStand = () => false): Found {
  const read = (one: string) => ({ text: one, found: machineInstructions(one, mayStand) });
  const parts = { title: read(title), heading: read(heading ?? ''), text: read(text) };
  addOver(parts.title, heading ? parts.heading : parts.text, mayStand);
  if (heading) addOver(parts.heading, parts.text, mayStand);
  return { title: parts.title.found, heading: parts.heading.found, text: parts.text.found };
}

/** A passage as customers and models may read it; its text is empty where it was nothing but instructions to the machine. */
export function passageWithoutInstructions<P extends Texts>(passage: P, mayStand?: MayStand): P {
  const found = instructionsOfPassage(passage, mayStand);
  return {
    ...passage,
    title: without(passage.title, found.title),
    heading: passage.heading === null ? null : without(passage.heading, found.heading) || null,
    text: without(passage.text, found.text),
  };
}

/** The sentences of a passage that are left out, as they stand in its title, heading and text. */
export function instructionsInPassage(passage: Texts, mayStand?: MayStand): Record<keyof Texts, string[]> {
  const found = instructionsOfPassage(passage, mayStand);
  const said = (text: string | null, stretches: Stretch[]) =>
    stretches.map(({ from, to }) => (text ?? '').slice(from, to).trim());
  return {
    title: said(passage.title, found.title),
    heading: said(passage.heading, found.heading),
    text: said(passage.text, found.text),
  };
}
