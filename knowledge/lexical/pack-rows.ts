import type { Analyzer } from '../text/analyzer.ts';
import { type IndexedRow, toIndexedChunk } from './chunk-slices.ts';
import { putIndexTerms } from './index-terms.ts';
import type { SegmentData } from './packed-segment.ts';
import type { SegmentWriter } from './segment-writer.ts';

/** A segment of chunks, by a writer that has nothing in it. `pause` is awaited between them, so that a thread with other work can do it. */
export async function packRows(
  rows: readonly IndexedRow[],
  analyzer: Analyzer,
  writer: SegmentWriter,
  pause?: () => Promise<void> | undefined,
): Promise<SegmentData> {
  for (const row of rows) {
    writer.add(toIndexedChunk(row), (sink) => putIndexTerms(row, analyzer, sink));
    const rest = pause?.();
    if (rest) await rest;
  }
  return writer.finish();
}
