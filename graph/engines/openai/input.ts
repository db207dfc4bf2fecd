import type { Hit } from '../../../knowledge/types.ts';

/** What one call may carry, in UTF-16 units: some 5,000 tokens of passages, 1,000 of a message. */
const PASSAGES = 12_000;
const MESSAGE = 2_000;

/** The first passages that fit; the best one always, cut if it must be. */
export function passagesThatFit(hits: readonly Hit[]): Hit[] {
  const fitting: Hit[] = [];
  let left = PASSAGES;
  for (const hit of hits) {
    if (fitting.length > 0 && hit.text.length > left) break;
    fitting.push(hit.text.length > left ? { ...hit, text: hit.text.slice(0, left) } : hit);
    left -= hit.text.length;
  }
  return fitting;
}

/** A customer's message as far as a call carries it. */
export const messageThatFits = (text: string): string => text.slice(0, MESSAGE);
