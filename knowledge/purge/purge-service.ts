import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../stores/schema.ts';
import type { PurgeService, PurgeView } from './ports.ts';

const LISTED = 20;
export const PURGE_CHANNEL = 'kefu_purges';

const count = z.number().int().optional();
const resultSchema = z.object({
  documents: count,
  passages: count,
  vectors: count,
  files: count,
  replies: count,
  incomplete: z.array(z.string()).default([]),
});

function purgeView(row: Selectable<Database['purges']>): PurgeView {
  const { incomplete, ...removed } = resultSchema.parse(row.result);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    step: row.step,
    removed,
    incomplete,
    error: row.error,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at,
  };
}

export function createPurgeService(db: Kysely<Database>): PurgeService {
  return {
    async request(requestedBy) {
      const row = await db
        .insertInto('purges')
        .values({ kind: 'full', requested_by: requestedBy })
        .onConflict((conflict) =>
          conflict.column('kind').where('state', '=', 'queued').doUpdateSet({ requested_by: requestedBy }),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      await sql`select pg_notify(${PURGE_CHANNEL}, '')`.execute(db);
      return purgeView(row);
    },
    async list() {
      const rows = await db.selectFrom('purges').selectAll().orderBy('requested_at', 'desc').limit(LISTED).execute();
      return rows.map(purgeView);
    },
  };
}
