import { type Kysely, sql } from 'kysely';
import { AppError } from '../../config/errors.ts';
import type { Logger } from '../../config/logger.ts';
import type { Leadership } from '../../stores/leadership.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database } from '../../stores/schema.ts';
import { countLiveChunks, lastRevision } from '../vectors/live-chunks.ts';
import { createTaskLine } from '../vectors/task-line.ts';
import { removeLeftoverRows } from './leftover-rows.ts';
import type { PurgeCounts } from './ports.ts';
import { PURGE_CHANNEL } from './purge-service.ts';

const LOOK_MS = 5_000;
/** How long after the last deletion a small knowledge base is purged by itself. */
const REST_MS = 30_000;
/** From here on a knowledge base is large: rewriting it takes seconds, and is done once an hour at most. */
const LARGE = 20_000;
const LARGE_REST_MS = 3_600_000;
/** Tables that a deletion of knowledge leaves something in. */
const TABLES = ['chunks', 'documents', 'document_versions', 'embeddings', 'faqs', 'purges', 'settings'];

/** What a purge needs of others. */
export interface PurgeParts {
  /** Removes this process's copy of the index from the disk; other processes hear of the purge and do the same. */
  dropSnapshot: () => Promise<void>;
  /** Makes the vectors anew without what was deleted; undefined without Chroma. */
  rebuildVectors?: () => Promise<void>;
  removeFiles: () => Promise<number>;
  /** Takes quotes of what is gone out of stored replies; how many. */
  purgeReplies: () => Promise<number>;
  /** Rewrites tables, or all; returns what the role has no right to. */
  rewriteTables: (tables: string[] | undefined, onTable: (name: string) => Promise<void>) => Promise<string[]>;
}

/** Runs purges: those that were asked for at once, and light ones by itself some time after deletions. */
export interface PurgeRunner {
  close(): Promise<void>;
}

/** One process of an installation runs them; the others wait until it ends. `restMs`: how long after the last deletion. */
export function createPurgeRunner(options: {
  db: Kysely<Database>;
  notifications: Notifications;
  leadership: Pick<Leadership, 'held'>;
  logger: Logger;
  parts: PurgeParts;
  restMs?: number | undefined;
}): PurgeRunner {
  const { db, logger, leadership, parts } = options;
  const line = createTaskLine();
  let closed = false;
  let recovered = false;
  /** Deletions that no purge has seen yet, and since when nothing was added to them. */
  let pending = { revision: 0, since: 0 };

  const run = async ({ id, kind }: { id: string; kind: 'full' | 'light' }): Promise<void> => {
    const began = Date.now();
    const removed: Partial<PurgeCounts> = {};
    const incomplete: string[] = [];
    const show = (step: string) => db.updateTable('purges').set({ step }).where('id', '=', id).execute();
    try {
      await show('rows');
      await sql`select pg_notify(${PURGE_CHANNEL}, '')`.execute(db);
      await parts.dropSnapshot();
      const revision = await lastRevision(db);
      await db.updateTable('purges').set({ revision }).where('id', '=', id).execute();
      Object.assign(removed, await removeLeftoverRows(db, kind));
      // Their files are kept to be looked at, until somebody wants what was replaced gone.
      if (kind === 'full') await db.deleteFrom('document_versions').execute();
      await show('files');
      removed.files = await parts.removeFiles();
      if (kind === 'full') {
        await show('replies');
        removed.replies = await parts.purgeReplies();
      }
      await show('vectors');
      await parts.rebuildVectors?.();
      const tables = kind === 'full' ? undefined : TABLES;
      incomplete.push(...(await parts.rewriteTables(tables, async (name) => void (await show(`table ${name}`)))));
      await finish(id, 'done', { ...removed, incomplete });
      logger.info({ kind, ...removed, incomplete, ms: Date.now() - began }, 'what was deleted has left the disk');
    } catch (error) {
      logger.error({ err: error, kind }, 'a purge broke off');
      const why = error instanceof AppError ? error.message : 'The log says why.';
      await finish(id, 'failed', { ...removed, incomplete }, `The purge broke off. ${why} Ask for it again.`);
    }
  };

  const finish = (id: string, state: 'done' | 'failed', result: unknown, error: string | null = null) =>
    db
      .updateTable('purges')
      .set({ state, step: null, result: JSON.stringify(result), error, finished_at: new Date() })
      .where('id', '=', id)
      .execute();

  const take = () =>
    db
      .updateTable('purges')
      .set({ state: 'running', started_at: sql`now()` })
      .where('id', '=', (query) =>
        query.selectFrom('purges').select('id').where('state', '=', 'queued').orderBy('requested_at').limit(1),
      )
      .returning(['id', 'kind'])
      .executeTakeFirst();

  /** Whether a light purge is due: something was deleted, it is quiet since, and no document is being read. */
  const isDue = async (): Promise<boolean> => {
    const { rows } = await sql<{ deleted: number; purged: number; busy: boolean; finished: Date | null }>`
      select coalesce((select max(revision) from chunks where deleted), 0) as deleted,
             coalesce((select max(revision) from purges where state = 'done'), -1) as purged,
             exists (select from documents where deleted_at is null and status in ('queued', 'processing')) as busy,
             (select max(finished_at) from purges) as finished`.execute(db);
    const [now] = rows;
    if (!now || now.deleted <= now.purged) return false;
    if (now.deleted !== pending.revision) pending = { revision: now.deleted, since: Date.now() };
    const large = (await countLiveChunks(db)) > LARGE;
    const rest = options.restMs ?? REST_MS;
    const sinceLast = Date.now() - (now.finished?.getTime() ?? 0);
    return !now.busy && Date.now() - pending.since >= rest && sinceLast >= (large ? LARGE_REST_MS : rest);
  };

  /** One that a crash broke off is done again, unless the same waits already. */
  const beginAgain = async () => {
    await sql`
      update purges set state = 'queued' where state = 'running'
        and not exists (select from purges q where q.state = 'queued' and q.kind = purges.kind)`.execute(db);
    await sql`
      update purges set state = 'failed', error = 'The program ended.', finished_at = now()
      where state = 'running'`.execute(db);
  };

  const look = async (): Promise<void> => {
    if (closed || !leadership.held()) return;
    if (!recovered) await beginAgain();
    recovered = true;
    if (await isDue())
      await db
        .insertInto('purges')
        .values({ kind: 'light' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (let next = await take(); next && !closed; next = await take()) await run(next);
  };
  const tick = () => {
    line.runOnce('look', look).catch((error: unknown) => {
      if (!closed) logger.warn({ err: error }, 'purges could not be looked for; trying again');
    });
  };
  const timer = setInterval(tick, LOOK_MS);
  timer.unref();
  const unsubscribe = options.notifications.subscribe(PURGE_CHANNEL, tick);
  tick();

  return {
    async close() {
      closed = true;
      clearInterval(timer);
      unsubscribe();
      await line.run(async () => undefined);
    },
  };
}
