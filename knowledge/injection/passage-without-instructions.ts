import type { Passage } from '../types.ts';
import type { MayStand } from './machine-instructions.ts';
import { withoutInstructions } from './without-instructions.ts';

/** A passage as customers and models may read it; its text is empty where it was nothing but instructions to the machine. */
export const passageWithoutInstructions = <P extends Pick<Passage, 'title' | 'heading' | 'text'>>(
  passage: P,
  mayStand?: MayStand,
): P => ({
  ...passage,
  title: withoutInstructions(passage.title, mayStand),
  heading: passage.heading === null ? null : withoutInstructions(passage.heading, mayStand) || null,
  text: withoutInstructions(passage.text, mayStand),
});
