import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { expect } from 'vitest';
import { chromaClient } from '../knowledge/vectors/chroma/chroma-index.ts';
import { runningPostgresUrl } from '../stores/embedded/running-postgres.ts';
import { findProcesses } from '../stores/embedded/running-process.ts';

/** Byte sequences to look for on a disk, with names for the report. */
export type Needles = Record<string, Buffer>;

/** The texts as PostgreSQL, files and V8 hold them. */
export const textNeedles = (texts: readonly string[]): Needles =>
  Object.fromEntries(
    texts.flatMap((text) => [
      [`utf8 ${text.slice(0, 12)}`, Buffer.from(text, 'utf8')],
      [`utf16 ${text.slice(0, 12)}`, Buffer.from(text, 'utf16le')],
    ]),
  );

/** A stretch of numbers with enough in it to be of this vector alone, as Chroma holds it. */
function stretchOf(vector: readonly number[]): Buffer {
  const start = vector.findIndex((_, i) => vector.slice(i, i + 24).filter((value) => value !== 0).length >= 4);
  expect(start).toBeGreaterThanOrEqual(0);
  return Buffer.from(Float32Array.from(vector.slice(start, start + 24)).buffer);
}

/** The vectors of a source's passages in which one of the texts stands, asked of the embedded servers of a program. */
export async function vectorNeedles(options: {
  dataDir: string;
  sourceId: string;
  texts: readonly string[];
}): Promise<Needles> {
  const { dataDir, sourceId, texts } = options;
  const [pid] = findProcesses(`--path ${dataDir}/chroma`);
  const port = /--port\0(\d+)/.exec(await readFile(`/proc/${pid}/cmdline`, 'utf8'))?.[1];
  const [collection] = await chromaClient(`http://127.0.0.1:${port}`).listCollections();
  const database = new pg.Client({ connectionString: runningPostgresUrl(dataDir) });
  await database.connect();
  const { rows } = await database.query<{ id: string }>(
    'select id from chunks c where source_id = $1 and live and exists (select from unnest($2::text[]) t where strpos(c.text, t) > 0)',
    [sourceId, texts],
  );
  await database.end();
  const found = await collection?.get({ ids: rows.map(({ id }) => id), include: ['embeddings'] });
  return Object.fromEntries(
    (found?.embeddings ?? []).map((vector, i) => [`vector ${sourceId.slice(0, 4)}-${i}`, stretchOf(vector)]),
  );
}
