import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database } from '../../stores/schema.ts';
import { createKnowledgeFeed } from '../knowledge-feed.ts';
import type { ChunkRow } from '../retrieval/passage-store.ts';
import { embedCached } from './embed-cached.ts';
import type { Embedder } from './embedder.ts';
import { embeddingText } from './embedding-text.ts';
import type { VectorIndex } from './vector-index.ts';

const CHECK_MS = 15_000;
const FULL_CHECK_MS = 3_600_000;
const BATCH = 256;

/** Keeps the vector index equal to the live chunks of PostgreSQL. One runs in each worker process. */
export interface VectorSync {
  /** Compares ids with PostgreSQL and repairs; resolves with what it found. */
  reconcile(): Promise<{ added: number; removed: number }>;
  /** Resolves when the vectors of every change committed before the call are in place. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export function createVectorSync(options: {
  db: Kysely<Database>;
  notifications: Notifications;
  embedder: Embedder;
  index: VectorIndex;
  logger: Logger;
  checkMs?: number;
}): VectorSync {
  const { db, embedder, index, logger } = options;
  let closed = false;
  let healthy = false;
  let lastFull = 0;
  let checking: Promise<unknown> | undefined;

  const add = async (rows: ChunkRow[]) => {
    for (let i = 0; i < rows.length; i += BATCH) {
      const batch = rows.slice(i, i + BATCH);
      const vectors = await embedCached(
        db,
        embedder,
        batch.map((row) => ({ hash: row.content_hash, text: embeddingText(row) })),
      );
      await index.upsert(batch.map((row, at) => ({ id: row.id, vector: vectors[at] ?? [] })));
    }
  };

  const feed = createKnowledgeFeed({
    db,
    notifications: options.notifications,
    logger,
    async onChange(rows) {
      // Until the first comparison has succeeded, and after a failure, reconcile() does all of it.
      if (!healthy) return;
      try {
        await add(rows.filter((row) => row.live));
        const gone = rows.filter((row) => !row.live).map((row) => row.id);
        if (gone.length > 0) await index.delete(gone);
      } catch (error) {
        healthy = false;
        logger.warn({ err: error }, 'vector index out of reach; searches go on without it');
      }
    },
  });

  const reconcile = async () => {
    const there = await index.ids();
    const rows = await db.selectFrom('chunks').select('id').where('live', '=', true).execute();
    const live = new Set(rows.map((row) => row.id));
    const missing = [...live].filter((id) => !there.has(id));
    const extra = [...there].filter((id) => !live.has(id));
    for (let i = 0; i < missing.length && !closed; i += BATCH) {
      const ids = missing.slice(i, i + BATCH);
      await add(await db.selectFrom('chunks').selectAll().where('id', 'in', ids).where('live', '=', true).execute());
    }
    if (extra.length > 0) await index.delete(extra);
    if (missing.length + extra.length > 0)
      logger.info({ added: missing.length, removed: extra.length }, 'vector index repaired from PostgreSQL');
    healthy = true;
    lastFull = Date.now();
    return { added: missing.length, removed: extra.length };
  };

  /** A cheap look at the count, often; the full comparison after a loss and once an hour. */
  const check = async () => {
    if (healthy && Date.now() - lastFull < FULL_CHECK_MS) {
      const live = await db
        .selectFrom('chunks')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('live', '=', true)
        .executeTakeFirstOrThrow();
      if ((await index.count()) === Number(live.n)) return;
    }
    await reconcile();
  };
  const tick = () => {
    checking ??= check()
      .catch((error: unknown) => {
        if (healthy || lastFull === 0) logger.warn({ err: error }, 'vector index out of reach; trying again');
        healthy = false;
      })
      .finally(() => {
        checking = undefined;
      });
    return checking;
  };
  const timer = setInterval(tick, options.checkMs ?? CHECK_MS);
  timer.unref();
  void tick();

  return {
    reconcile,
    async refresh() {
      await checking;
      await feed.refresh();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await feed.close();
      await checking;
    },
  };
}
