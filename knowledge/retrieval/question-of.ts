import type { Passage } from '../types.ts';

/** The question that a passage as a whole answers: an FAQ's, or a section's whose heading is one. */
export function questionOf({ kind, title, heading }: Pick<Passage, 'kind' | 'title' | 'heading'>): string | undefined {
  if (kind === 'faq') return title;
  const own = heading?.split(' › ').at(-1) ?? '';
  return /[?？]$/.test(own) ? own : undefined;
}
