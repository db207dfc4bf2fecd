import { addVectors, type Fill } from './fill-index.ts';
import { changedChunks } from './live-chunks.ts';

/** Takes in what has changed after a revision; resolves with the last one that is in. */
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
  }
}
