import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { conflict, notFound } from '../../config/errors.ts';
import { isUuid } from '../../stores/is-uuid.ts';
import type { Database } from '../../stores/schema.ts';
import type { By } from '../labels/ports.ts';

export type RunKind = 'intents' | 'finetune';

/** A training run or fine-tuning job, as it is shown. */
export interface RunView {
  id: string;
  kind: RunKind;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  step: string;
  /** 0 to 1. */
  progress: number;
  dataset: number | null;
  /** The model that came of it, or that was compared. */
  model: number | null;
  errorCode: string | null;
  error: string | null;
  remote: Record<string, unknown>;
  startedBy: string | null;
  startedAt: string;
  finishedAt: string | null;
}

/** An owner says at least this often that it lives; without it the run has failed. */
const LEASE_MS = 15_000;
const MOST = 100;

/** Runs in the database. The table's unique index is the lock: one of a kind at a time, whichever process runs it. */
export function createRunRows(db: Kysely<Database>) {
  const lease = () => new Date(Date.now() + LEASE_MS);

  /** Runs whose process died end as failed, with the reason. */
  const failAbandoned = async (): Promise<void> => {
    await db
      .updateTable('training_runs')
      .set({
        state: 'failed',
        error_code: 'process_ended',
        error: 'The process that ran it has ended.',
        finished_at: sql`now()`,
      })
      .where('state', '=', 'running')
      .where('lease_until', '<', sql<Date>`now()`)
      .execute();
  };

  return {
    failAbandoned,

    async list(): Promise<RunView[]> {
      await failAbandoned();
      const rows = await db.selectFrom('training_runs').selectAll().orderBy('started_at', 'desc').limit(MOST).execute();
      return rows.map(view);
    },

    async get(id: string): Promise<RunView> {
      await failAbandoned();
      const row = isUuid(id)
        ? await db.selectFrom('training_runs').selectAll().where('id', '=', id).executeTakeFirst()
        : undefined;
      if (!row) throw notFound('run');
      return view(row);
    },

    /** Throws a conflict while another of its kind runs. */
    async begin(input: {
      kind: RunKind;
      dataset: number | null;
      model?: number;
      step?: string;
      by: By;
      remote?: object;
    }) {
      await failAbandoned();
      const owner = randomUUID();
      const row = await db
        .insertInto('training_runs')
        .values({
          kind: input.kind,
          dataset: input.dataset,
          model: input.model ?? null,
          step: input.step ?? 'prepare',
          remote: JSON.stringify(input.remote ?? {}),
          owner,
          lease_until: lease(),
          started_by: input.by.name,
        })
        .onConflict((one) => one.column('kind').where('state', '=', 'running').doNothing())
        .returningAll()
        .executeTakeFirst();
      if (!row) throw conflict('training_runs', 'Another run is under way: one at a time.');
      return { run: view(row), owner };
    },

    /** A failed run goes on under a new owner. */
    async takeUp(id: string): Promise<{ run: RunView; owner: string }> {
      await failAbandoned();
      const owner = randomUUID();
      const row = await db
        .updateTable('training_runs')
        .set({ state: 'running', error: null, error_code: null, finished_at: null, owner, lease_until: lease() })
        .where('id', '=', id)
        .where('state', '=', 'failed')
        .where(
          sql<boolean>`not exists (select from training_runs r where r.kind = training_runs.kind and r.state = 'running')`,
        )
        .returningAll()
        .executeTakeFirst();
      if (!row) throw conflict('training_runs', 'The run can’t go on: it has ended, or another one is under way.');
      return { run: view(row), owner };
    },

    /** Says that the owner lives, and what it does. `lost`: the run is no longer its own; `cancelled`: it is to stop. */
    async beat(
      id: string,
      owner: string,
      change: { step?: string; progress?: number; remote?: Record<string, unknown>; model?: number } = {},
    ): Promise<'on' | 'cancelled' | 'lost'> {
      const { remote, ...plain } = change;
      const row = await db
        .updateTable('training_runs')
        .set({ ...plain, ...(remote && { remote: JSON.stringify(remote) }), lease_until: lease() })
        .where('id', '=', id)
        .where('owner', '=', owner)
        .where('state', '=', 'running')
        .returning('cancel_requested')
        .executeTakeFirst();
      return !row ? 'lost' : row.cancel_requested ? 'cancelled' : 'on';
    },

    async end(
      id: string,
      owner: string,
      outcome: { state: 'done' | 'failed' | 'cancelled'; model?: number; errorCode?: string; error?: string },
    ): Promise<void> {
      await db
        .updateTable('training_runs')
        .set({
          state: outcome.state,
          ...(outcome.model !== undefined && { model: outcome.model }),
          ...(outcome.state === 'done' && { progress: 1, step: 'done' }),
          error_code: outcome.errorCode ?? null,
          error: outcome.error ?? null,
          finished_at: sql`now()`,
        })
        .where('id', '=', id)
        .where('owner', '=', owner)
        .where('state', '=', 'running')
        .execute();
    },

    /** Asks whoever runs it to stop. */
    async cancel(id: string): Promise<RunView> {
      const row = isUuid(id)
        ? await db
            .updateTable('training_runs')
            .set({ cancel_requested: true })
            .where('id', '=', id)
            .returningAll()
            .executeTakeFirst()
        : undefined;
      if (!row) throw notFound('run');
      return view(row);
    },
  };
}

export type RunRows = ReturnType<typeof createRunRows>;

const view = (row: {
  id: string;
  kind: RunKind;
  state: RunView['state'];
  step: string;
  progress: number;
  dataset: number | null;
  model: number | null;
  error_code: string | null;
  error: string | null;
  remote: Record<string, unknown>;
  started_by: string | null;
  started_at: Date;
  finished_at: Date | null;
}): RunView => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  step: row.step,
  progress: row.progress,
  dataset: row.dataset,
  model: row.model,
  errorCode: row.error_code,
  error: row.error,
  remote: row.remote,
  startedBy: row.started_by,
  startedAt: row.started_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
});
