import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';

/** An upload that has not grown for so long was cut off: requests end after 5 minutes. */
const STALE_MS = 600_000;

const namesIn = (folder: string) => readdir(folder).catch(() => [] as string[]);

/**
 * Removes uploaded files that no document needs: those of removed documents, of versions that neither answer nor are
 * worked on, and broken-off uploads. Returns how many folders and files went.
 */
export async function removeLeftoverFiles(options: { db: Kysely<Database>; dataDir: string }): Promise<number> {
  const root = join(options.dataDir, 'files');
  let gone = 0;
  const remove = async (path: string) => {
    await rm(path, { recursive: true, force: true });
    gone += 1;
  };
  // Files first, then rows: a document that comes in meanwhile is not among the files read.
  const folders = (await namesIn(root)).filter((name) => name !== 'incoming');
  const rows = await options.db
    .selectFrom('documents')
    .select(['id', 'version', 'live_version'])
    .where('deleted_at', 'is', null)
    .execute();
  const old = await options.db.selectFrom('document_versions').select(['document_id', 'version']).execute();
  const versions = new Map(rows.map((row) => [row.id, [row.version, row.live_version]]));
  for (const { document_id, version } of old) versions.get(document_id)?.push(version);
  for (const id of folders) {
    const kept = versions.get(id);
    const folder = join(root, id);
    if (!kept) {
      // A folder is made a moment before its row.
      if (await isStale(folder)) await remove(folder);
      continue;
    }
    const newest = Math.max(...kept.map((version) => version ?? 0));
    for (const name of await namesIn(folder)) {
      const version = Number.parseInt(name, 10);
      if (!kept.includes(version) && version <= newest) await remove(join(folder, name));
    }
  }
  const incoming = join(root, 'incoming');
  for (const name of await namesIn(incoming))
    if (await isStale(join(incoming, name), STALE_MS)) await remove(join(incoming, name));
  return gone;
}

async function isStale(path: string, ms = 60_000): Promise<boolean> {
  const seen = await stat(path).catch(() => undefined);
  return seen !== undefined && Date.now() - seen.mtimeMs > ms;
}
