import { type Kysely, sql } from 'kysely';
import { conflict, notFound } from '../../config/errors.ts';
import { isUuid } from '../../stores/is-uuid.ts';
import type { Database, Language } from '../../stores/schema.ts';
import type { By } from '../labels/ports.ts';

/** Told when a shadow run begins or ends. */
export const SHADOW_CHANNEL = 'kefu_shadow';

/** A candidate beside the model at work, on live turns. */
export interface ShadowView {
  id: string;
  version: number;
  /** Of all turns, 0 to 1. */
  share: number;
  startedBy: string | null;
  startedAt: string;
  endedAt: string | null;
  turns: number;
  agreed: number;
  /** Turns left out because the candidate could not keep up, or failed. */
  dropped: number;
  /** What the two said, most frequent first, where they differed. */
  pairs: Array<{ current: string; candidate: string; turns: number }>;
}

export interface Disagreement {
  turnId: string;
  text: string;
  language: Language;
  current: string;
  currentConfidence: number;
  candidate: string;
  candidateConfidence: number;
  at: string;
}

/** What a process saw since it last told. */
export interface Seen {
  counts: Array<{ current: string; candidate: string; turns: number }>;
  disagreements: Array<
    Pick<Disagreement, 'turnId' | 'current' | 'currentConfidence' | 'candidate' | 'candidateConfidence'>
  >;
  dropped: number;
}

const PAIRS = 30;
/** The newest of a run that are kept. */
const KEPT = 1_000;
const SHOWN = 100;

export function createShadowRows(db: Kysely<Database>) {
  const views = async (where: ReturnType<typeof sql<boolean>>): Promise<ShadowView[]> => {
    const { rows } = await sql<Omit<ShadowView, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date | null }>`
      select r.id, r.version, r.share, r.started_by as "startedBy", r.started_at as "startedAt", r.ended_at as "endedAt",
        r.dropped, coalesce(sum(c.turns), 0)::bigint as turns,
        coalesce(sum(c.turns) filter (where c.current = c.candidate), 0)::bigint as agreed,
        coalesce((select jsonb_agg(p) from (
          select current, candidate, turns from shadow_counts
          where run_id = r.id and current <> candidate order by turns desc, current, candidate limit ${PAIRS}) p), '[]') as pairs
      from shadow_runs r left join shadow_counts c on c.run_id = r.id
      where ${where} group by r.id order by r.started_at desc limit 50`.execute(db);
    return rows.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    }));
  };
  const tell = () => sql`select pg_notify(${SHADOW_CHANNEL}, '')`.execute(db);

  return {
    list: () => views(sql<boolean>`true`),
    async running(): Promise<ShadowView | undefined> {
      return (await views(sql<boolean>`r.ended_at is null`))[0];
    },
    async start(input: { version: number; share: number; by: By }): Promise<ShadowView> {
      const row = await db
        .insertInto('shadow_runs')
        .values({ version: input.version, share: input.share, started_by: input.by.name })
        .onConflict((one) => one.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!row) throw conflict('shadow_runs', 'A shadow run is under way: end it first.');
      await tell();
      const [view] = await views(sql<boolean>`r.id = ${row.id}`);
      if (!view) throw notFound('shadow run');
      return view;
    },
    async stop(): Promise<ShadowView> {
      const row = await db
        .updateTable('shadow_runs')
        .set({ ended_at: sql`now()` })
        .where('ended_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (!row) throw notFound('shadow run');
      await tell();
      const [view] = await views(sql<boolean>`r.id = ${row.id}`);
      if (!view) throw notFound('shadow run');
      return view;
    },
    async disagreements(id: string): Promise<Disagreement[]> {
      if (!isUuid(id)) throw notFound('shadow run');
      const { rows } = await sql<Omit<Disagreement, 'at'> & { at: Date }>`
        select d.turn_id as "turnId", m.text, coalesce(t.language, m.language, 'zh') as language, d.current,
          d.current_confidence as "currentConfidence", d.candidate, d.candidate_confidence as "candidateConfidence", d.at
        from shadow_disagreements d join turns t on t.id = d.turn_id join messages m on m.id = t.message_id
        where d.run_id = ${id} order by d.id desc limit ${SHOWN}`.execute(db);
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },
    /** Adds what was seen; of a run that has ended meanwhile too. */
    async add(runId: string, seen: Seen): Promise<void> {
      await db.transaction().execute(async (trx) => {
        if (seen.dropped > 0)
          await trx
            .updateTable('shadow_runs')
            .set({ dropped: sql`dropped + ${seen.dropped}` })
            .where('id', '=', runId)
            .execute();
        // In one order everywhere, so that two processes don't wait for each other.
        const counts = [...seen.counts].sort((a, b) =>
          `${a.current} ${a.candidate}`.localeCompare(`${b.current} ${b.candidate}`),
        );
        if (counts.length > 0)
          await trx
            .insertInto('shadow_counts')
            .values(counts.map((count) => ({ run_id: runId, ...count })))
            .onConflict((one) =>
              one
                .columns(['run_id', 'current', 'candidate'])
                .doUpdateSet((row) => ({ turns: sql`shadow_counts.turns + ${row.ref('excluded.turns')}` })),
            )
            .execute();
        if (seen.disagreements.length > 0) {
          await sql`
            insert into shadow_disagreements (run_id, turn_id, current, current_confidence, candidate, candidate_confidence)
            select ${runId}, t.id, d.current, d.current_confidence, d.candidate, d.candidate_confidence
            from jsonb_to_recordset(${JSON.stringify(
              seen.disagreements.map((one) => ({
                turn_id: one.turnId,
                current: one.current,
                current_confidence: one.currentConfidence,
                candidate: one.candidate,
                candidate_confidence: one.candidateConfidence,
              })),
            )}::jsonb) as d (turn_id uuid, current text, current_confidence real, candidate text, candidate_confidence real)
              join turns t on t.id = d.turn_id
            on conflict do nothing`.execute(trx);
          await sql`
            delete from shadow_disagreements where run_id = ${runId} and id <= (
              select id from shadow_disagreements where run_id = ${runId} order by id desc offset ${KEPT} limit 1)`.execute(
            trx,
          );
        }
      });
    },
  };
}

export type ShadowRows = ReturnType<typeof createShadowRows>;
