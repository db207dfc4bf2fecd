import type { ChunkRow } from '../../retrieval/passage-store.ts';

/** What of a chunk is embedded: its place in the document, then its text. */
export const embeddingText = (row: Pick<ChunkRow, 'title' | 'heading' | 'text' | 'keywords'>): string =>
  [row.title, row.heading, row.keywords, row.text].filter(Boolean).join('\n');
