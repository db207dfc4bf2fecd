import type { Kysely } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Logger } from '../../config/logger.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Actor } from '../ports.ts';
import { comparePassages } from './compare-passages.ts';
import { groupConflicts, pairsOf } from './group-conflicts.ts';
import type { ComparisonState, Conflict, ConflictGroup, ConflictKind, ConflictService } from './ports.ts';

const DEFAULT_LIMIT = 1_000;
const NO_GROUPS = { contradiction: [], duplicate: [], dismissed: [] };

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

  const setAside = async () => {
    const rows = await db.selectFrom('knowledge_dismissals').select('key').where('kind', '=', 'conflict').execute();
    return new Set(rows.map(({ key }) => key));
  };

  const settle = async (id: string, by: Actor | undefined, action: 'dismissed' | 'restored') => {
    const aside = await setAside();
    const known = () => {
      const open = (outcome?.conflicts ?? []).filter((one) => aside.has(one.id) === (action === 'restored'));
      const ids = pairsOf(id, open);
      return { ids, about: open.find((one) => one.id === ids[0])?.about };
    };
    if (known().about === undefined && outcome?.version !== base.version()) {
      // Another process found it: ids depend on the passages alone.
      begin();
      await running;
    }
    const { ids, about } = known();
    if (about === undefined) throw notFound('finding');
    await db.transaction().execute(async (trx) => {
      if (action === 'dismissed')
        await trx
          .insertInto('knowledge_dismissals')
          .values(ids.map((key) => ({ kind: 'conflict', key, dismissed_by: by?.name ?? null })))
          .onConflict((conflicting) => conflicting.doNothing())
          .execute();
      else
        await trx.deleteFrom('knowledge_dismissals').where('kind', '=', 'conflict').where('key', 'in', ids).execute();
      await recordChange(trx, { by, action, kind: 'conflict', subjectId: id, title: about });
    });
  };

  let grouped: { of: Outcome; without: string; lists: Record<ConflictKind | 'dismissed', ConflictGroup[]> } | undefined;
  /** Kept until the findings change, or what is set aside: a page asks every second. */
  const groupsNow = async (found: Outcome) => {
    const aside = await setAside();
    const without = [...aside].sort().join();
    if (grouped?.of !== found || grouped.without !== without) {
      const pairs = (dismissed: boolean) => found.conflicts.filter(({ id }) => aside.has(id) === dismissed);
      const [set, open] = [groupConflicts(pairs(true)), groupConflicts(pairs(false))];
      const of = (kind: ConflictKind) => open.filter((group) => group.kind === kind);
      const lists = { contradiction: of('contradiction'), duplicate: of('duplicate'), dismissed: set };
      grouped = { of: found, without, lists };
    }
    return grouped.lists;
  };

  const stateNow = (): ComparisonState => ({
    state: running ? 'checking' : 'ready',
    progress: running ? progress : 1,
    passages: outcome?.passages ?? 0,
    checkedAt: outcome?.checkedAt ?? null,
  });
  const followKnowledge = () => {
    if (!ending.signal.aborted && outcome?.version !== base.version()) begin();
  };

  return {
    async report({ kind, dismissed = false, limit = DEFAULT_LIMIT, offset = 0 } = {}) {
      followKnowledge();
      const aside = await setAside();
      const wanted = [...new Map(outcome?.conflicts.map((one) => [one.id, one])).values()]
        .filter((one) => (kind === undefined || one.kind === kind) && aside.has(one.id) === dismissed)
        // Contradictions first: a customer may be told either.
        .sort((a, b) => a.kind.localeCompare(b.kind) || b.similarity - a.similarity || a.id.localeCompare(b.id))
        .map((one) => ({ ...one, dismissed }));
      return { ...stateNow(), items: wanted.slice(offset, offset + limit), total: wanted.length };
    },
    async groups({ list, limit = DEFAULT_LIMIT, offset = 0 }) {
      followKnowledge();
      const { contradiction, duplicate, dismissed } = outcome ? await groupsNow(outcome) : NO_GROUPS;
      const groups = { contradiction, duplicate, dismissed }[list].slice(offset, offset + limit);
      const counts = {
        contradiction: contradiction.length,
        duplicate: duplicate.length,
        dismissed: dismissed.length,
      };
      return { ...stateNow(), groups, counts };
    },
    dismiss: (id, by) => settle(id, by, 'dismissed'),
    restore: (id, by) => settle(id, by, 'restored'),
    async close() {
      ending.abort();
      await running;
    },
  };
}
