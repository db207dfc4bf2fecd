import { type Kysely, sql } from 'kysely';
import { prepared } from '../../stores/prepared.ts';
import type { Database } from '../../stores/schema.ts';
import { waitingForLongWork } from '../breather.ts';
import { timeLimit } from '../time-limit.ts';
import type { Passage, Retriever, SearchResponse } from '../types.ts';
import type { ReadingRetriever } from './search.ts';

/** Searches of one request at most; what is out of date after the last of them is left out. */
const TRIES = 3;
const WAIT_MS = 1_000;
/** Changed passages that a search waits for: some FAQs, a short document. More of them don't hold searches up. */
const FEW = 32;

type Read = Pick<Passage, 'id' | 'revision'>;

/** What PostgreSQL says of the passages that a search has read. */
export interface LookAtPassages {
  /** The last revision that was drawn, perhaps by a change that is not committed yet. */
  last: number;
  /** Ids of those that are as they were read. */
  current: ReadonlySet<string>;
}

/**
 * One round trip, by primary key. The planner does not see how many ids are given: it plans once for all searches over
 * about so many `chunks`.
 */
export async function lookAtPassages(
  db: Kysely<Database>,
  read: readonly Read[],
  chunks: number,
): Promise<LookAtPassages> {
  const { rows } = await sql<{ last: number; revisions: Record<string, number> | null }>`
    select ${prepared(chunks)} last_value as last, (
      select json_object_agg(id, revision) from chunks
      where id = any(array(select unnest(${read.map(({ id }) => id)}::text[]))) and live
    ) as revisions
    from knowledge_revision`.execute(db);
  const revisions = rows[0]?.revisions ?? {};
  const current = read.filter(({ id, revision }) => revisions[id] === (revision ?? 0));
  return { last: Number(rows[0]?.last ?? 0), current: new Set(current.map(({ id }) => id)) };
}

function onlyCurrent(found: SearchResponse, { current }: LookAtPassages): SearchResponse {
  const hits = found.hits.filter(({ id }) => current.has(id)).map((hit, i) => ({ ...hit, rank: i + 1 }));
  return { ...found, hits, evidence: Math.max(0, ...hits.map(({ evidence }) => evidence)) };
}

/**
 * A retriever whose hits hold in every process from the moment a change is committed: what was removed or replaced is
 * searched for again once the index has followed, so that of two versions of a document exactly one is found. Small
 * changes are waited for; of many passages on their way each is found when it has arrived.
 */
export function createCurrentRetriever(options: {
  inner: ReadingRetriever;
  /** The revision up to which the index of this process is complete. */
  position: () => number;
  /** Takes in all that is committed. */
  follow: () => Promise<void>;
  lookAt: (read: readonly Read[]) => Promise<LookAtPassages>;
  /** Reads a passage anew: one that was being read when it changed may be kept as it was. */
  forget: (id: string) => void;
}): Retriever {
  const { inner, position, follow, lookAt, forget } = options;
  const followed = () => waitingForLongWork(() => timeLimit(follow(), WAIT_MS, 'The index')).catch(() => undefined);

  return {
    async search(request, signal) {
      for (let attempt = 1; ; attempt += 1) {
        const before = position();
        // PostgreSQL looks while this thread ranks what it has read.
        let looking: Promise<LookAtPassages> | undefined;
        const found = await inner.search(request, signal, (read) => {
          looking = lookAt(read);
          // A search that fails meanwhile asks for it no more.
          looking.catch(() => undefined);
        });
        const look = await (looking ?? lookAt(found.hits));
        const stale = found.hits.filter(({ id }) => !look.current.has(id));
        for (const { id } of stale) forget(id);
        if (stale.length > 0 && attempt === TRIES) return onlyCurrent(found, look);
        const onTheirWay = look.last - before;
        // What was committed when the search began has come in before a second one.
        const missed = attempt === 1 && onTheirWay > 0 && onTheirWay <= FEW;
        if (stale.length === 0 && !missed) return found;
        if (look.last > position()) await followed();
        if (stale.length === 0 && position() === before) return found;
      }
    },
  };
}
