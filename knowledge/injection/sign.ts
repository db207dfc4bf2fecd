/** Something that instructions to a machine say and texts for customers rarely do; two points are enough. */
export interface Sign {
  name: string;
  points: 1 | 2;
  pattern: RegExp;
  /** Counts only where none of these is said. */
  unless?: RegExp;
  /** Counts only beside a sign of one of these names. */
  beside?: readonly string[];
}

/** Signs beside which "reply with …" speaks to a machine, and not of a form that customers fill in. */
export const BESIDE_DICTATION = [
  'every reply',
  'nothing else',
  'script',
  'identity',
  'override',
  'header',
  'to the machine',
  'mode',
  'tool',
  'secrecy',
  'data',
] as const;
