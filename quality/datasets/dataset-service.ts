import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { badRequest, notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import type { IntentCatalogue } from '../../understanding/intents.ts';
import type { By } from '../labels/ports.ts';
import { resolvedLabels } from '../labels/resolved-labels.ts';
import { countRows, type DatasetCounts, type DatasetRow, datasetRowSchema, datasetRows } from './dataset-rows.ts';

export interface DatasetView {
  version: number;
  hash: string;
  note: string | null;
  counts: DatasetCounts;
  createdBy: string | null;
  createdAt: string;
}

/** Immutable snapshots of labels and shipped examples. */
export interface DatasetService {
  /** Newest first. */
  list(): Promise<DatasetView[]>;
  get(version: number): Promise<DatasetView>;
  /** Unchanged labels give the version that is there already. */
  create(options: { note: string | null; by: By }): Promise<DatasetView & { created: boolean }>;
  rows(version: number): Promise<DatasetRow[]>;
  /** The snapshot's JSON lines, byte for byte what its hash was made of. */
  lines(version: number): Promise<string>;
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const COLUMNS = ['version', 'hash', 'note', 'counts', 'created_by', 'created_at'] as const;
const MOST = 200;

export function createDatasetService(options: { db: Kysely<Database>; catalogue: IntentCatalogue }): DatasetService {
  const { db, catalogue } = options;
  const find = async (version: number) => {
    const row = await db.selectFrom('datasets').select(COLUMNS).where('version', '=', version).executeTakeFirst();
    if (!row) throw notFound('dataset');
    return view(row);
  };
  const lines = async (version: number): Promise<string> => {
    const row = await db.selectFrom('datasets').select('content').where('version', '=', version).executeTakeFirst();
    if (!row) throw notFound('dataset');
    return (await unpack(row.content)).toString('utf8');
  };
  return {
    async list() {
      const rows = await db.selectFrom('datasets').select(COLUMNS).orderBy('version', 'desc').limit(MOST).execute();
      return rows.map(view);
    },
    get: find,
    async create({ note, by }) {
      const rows = datasetRows(catalogue, await resolvedLabels(db));
      const counts = countRows(rows);
      if (counts.labels === 0)
        throw badRequest('no_labels', 'There are no labels yet: a dataset of the shipped examples alone is version 0.');
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      const hash = createHash('sha256').update(text).digest('hex');
      const same = await db.selectFrom('datasets').select(COLUMNS).where('hash', '=', hash).executeTakeFirst();
      if (same) return { ...view(same), created: false };
      const row = await db
        .insertInto('datasets')
        .values({ note, hash, content: await pack(text), counts: JSON.stringify(counts), created_by: by.name })
        .returning(COLUMNS)
        .executeTakeFirstOrThrow();
      return { ...view(row), created: true };
    },
    async rows(version) {
      return (await lines(version))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => datasetRowSchema.parse(JSON.parse(line)));
    },
    lines,
  };
}

const view = (row: {
  version: number;
  hash: string;
  note: string | null;
  counts: Record<string, unknown>;
  created_by: string | null;
  created_at: Date;
}): DatasetView => ({
  version: row.version,
  hash: row.hash,
  note: row.note,
  // Written by create() alone.
  counts: row.counts as unknown as DatasetCounts,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
});
