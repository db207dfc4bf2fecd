import { addVectors, type Fill } from './fill-index.ts';
import { CHANGES, changedChunks } from './live-chunks.ts';

/**
 * Takes in what has changed after a revision, up to what was committed when it began; resolves with the last revision
 * that is in. What comes meanwhile is announced by itself, and cheaper for Chroma together with what follows it.
 */
export async function followChanges(fill: Fill, since: number): Promise<number> {
  let seen = since;
  for (;;) {
    const rows = await changedChunks(fill.db, seen);
    const last = rows.at(-1);
    if (!last) return seen;
    await addVectors(
      fill,
      rows.filter((row) => row.live),
    );
    const gone = rows.filter((row) => !row.live).map((row) => row.id);
    if (gone.length > 0) await fill.index.delete(gone);
    seen = last.revision;
    if (rows.length < CHANGES) return seen;
  }
}
