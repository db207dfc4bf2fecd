import { isCaptionLine } from './caption-line.ts';
import type { Block } from './loaded-document.ts';

/** A table's name from the text right above it, else right below, where a colon may lead it. */
export function withCaptions(blocks: Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const before = out.at(-1);
    const text = block.kind === 'text' ? block.text.replace(/^:\s+/, '') : undefined;
    const leads = block.kind === 'text' && block.text !== text;
    if (block.kind === 'table' && before && before.kind !== 'table' && isCaptionLine(before.text)) {
      out[out.length - 1] = { ...block, caption: [before.text, block.caption].filter(Boolean).join(' ') };
    } else if (text !== undefined && before?.kind === 'table' && !before.caption && (leads || isCaptionLine(text))) {
      before.caption = text;
    } else out.push(block);
  }
  return out;
}
