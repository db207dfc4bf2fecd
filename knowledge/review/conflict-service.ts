import type { Kysely } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Logger } from '../../config/logger.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Actor } from '../ports.ts';
import { comparePassages } from './compare-passages.ts';
import type { Conflict, ConflictService } from './ports.ts';

const DEFAULT_LIMIT = 1_000;

interface Outcome {
  version: string;
  conflicts: Conflict[];
  passages: number;
  checkedAt: Date;
}

/** `close()` before the database; it ends a comparison under way. */
export function createConflictService(deps: {
  db: Kysely<Database>;
  base: Pick<KnowledgeBase, 'analyzer' | 'version'>;
  logger: Logger;
}): ConflictService & { close(): Promise<void> } {
  const { db, base, logger } = deps;
  const ending = new AbortController();
  let outcome: Outcome | undefined;
  let running: Promise<void> | undefined;
  let progress = 0;

  const run = async () => {
    progress = 0;
    const version = base.version();
    const found = await comparePassages({
      db,
      analyzer: base.analyzer(),
      signal: ending.signal,
      onProgress: (share) => {
        progress = share;
      },
    });
    outcome = { ...found, version, checkedAt: new Date() };
  };
  const begin = () => {
    running ??= run()
      .catch((error: unknown) => {
        if (!ending.signal.aborted) logger.warn({ err: error }, 'the passages could not be compared');
      })
      .finally(() => {
        running = undefined;
      });
  };

  const settle = async (id: string, by: Actor | undefined, action: 'dismissed' | 'restored') => {
    const known = () => outcome?.conflicts.find((one) => one.id === id);
    if (!known() && outcome?.version !== base.version()) {
      // Another process found it: ids depend on the passages alone.
      begin();
      await running;
    }
    const conflict = known();
    if (!conflict) throw notFound('finding');
    await db.transaction().execute(async (trx) => {
      if (action === 'dismissed')
        await trx
          .insertInto('knowledge_dismissals')
          .values({ kind: 'conflict', key: id, dismissed_by: by?.name ?? null })
          .onConflict((conflicting) => conflicting.doNothing())
          .execute();
      else await trx.deleteFrom('knowledge_dismissals').where('kind', '=', 'conflict').where('key', '=', id).execute();
      await recordChange(trx, { by, action, kind: 'conflict', subjectId: id, title: conflict.about });
    });
  };

  return {
    async report({ kind, dismissed = false, limit = DEFAULT_LIMIT, offset = 0 } = {}) {
      if (!ending.signal.aborted && outcome?.version !== base.version()) begin();
      const rows = await db.selectFrom('knowledge_dismissals').select('key').where('kind', '=', 'conflict').execute();
      const aside = new Set(rows.map(({ key }) => key));
      const wanted = (outcome?.conflicts ?? [])
        .filter((one) => (kind === undefined || one.kind === kind) && aside.has(one.id) === dismissed)
        // Contradictions first: a customer may be told either.
        .sort((a, b) => a.kind.localeCompare(b.kind) || b.similarity - a.similarity || a.id.localeCompare(b.id))
        .map((one) => ({ ...one, dismissed }));
      return {
        state: running ? 'checking' : 'ready',
        progress: running ? progress : 1,
        passages: outcome?.passages ?? 0,
        checkedAt: outcome?.checkedAt ?? null,
        items: wanted.slice(offset, offset + limit),
        total: wanted.length,
      };
    },
    dismiss: (id, by) => settle(id, by, 'dismissed'),
    restore: (id, by) => settle(id, by, 'restored'),
    async close() {
      ending.abort();
      await running;
    },
  };
}
