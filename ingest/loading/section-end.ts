import type { Block } from './loaded-document.ts';

/** Where a page shows that what stood under a heading of this level is over: what follows belongs to what is above it. */
export const sectionEnd = (level: number): Block => ({ kind: 'heading', level, text: '' });

const isEnd = (block: Block | undefined) => block?.kind === 'heading' && block.text === '';

/** Blocks without ends that say nothing: those before another heading that ends as much, and the last. */
export const withoutIdleEnds = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block, i) => {
    const next = blocks[i + 1];
    if (block.kind !== 'heading' || !isEnd(block)) return true;
    return next !== undefined && (next.kind !== 'heading' || next.level > block.level);
  });
