import type { ChunkBody } from '../../../api/types.ts';

/** Passages of a page (all where none is chosen) that hold every word of `query`. */
export function chooseChunks(
  chunks: ChunkBody[],
  { query, page }: { query: string; page: number | null },
): ChunkBody[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return chunks.filter((chunk) => {
    if (page !== null && chunk.page !== page) return false;
    const text = `${chunk.heading ?? ''}\n${chunk.text}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Passages one behind the other under the same heading, together. */
export function underHeadings(chunks: ChunkBody[]): Array<{ heading: string | null; chunks: ChunkBody[] }> {
  const groups: Array<{ heading: string | null; chunks: ChunkBody[] }> = [];
  for (const chunk of chunks) {
    const last = groups.at(-1);
    if (last && last.heading === chunk.heading) last.chunks.push(chunk);
    else groups.push({ heading: chunk.heading, chunks: [chunk] });
  }
  return groups;
}

/** What a replacement changes: texts of `after` that `before` lacks, the other way round, and how many stay. */
export function compareChunks(before: ChunkBody[], after: ChunkBody[]) {
  const without = (chunks: ChunkBody[], others: ChunkBody[]) => {
    const left = new Map<string, number>();
    for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
    return chunks.filter(({ text }) => {
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      return count <= 0;
    });
  };
  const added = without(after, before);
  return { added, gone: without(before, after), same: after.length - added.length };
}
