import { type Kysely, sql, type Transaction } from 'kysely';
import { AppError, badRequest, conflict, notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { decodeModel, encodeWeights, type IntentModel } from '../../understanding/model-file.ts';
import type { GateBars } from './gate.ts';
import { gateBarsSchema } from './gate.ts';
import { MODEL_COLUMNS, modelView, shippedView } from './model-rows.ts';
import type { ModelStore, ModelTask, ModelView, PromotionView } from './ports.ts';
import { promotionStack } from './promotion-stack.ts';

/** Told after each promotion and rollback. */
export const MODELS_CHANNEL = 'kefu_models';

const TASKS: readonly ModelTask[] = ['intents', 'router', 'writer'];
const BARS_KEY = 'quality.gate';
const MOST = 200;

type Reader = Kysely<Database> | Transaction<Database>;

export function createModelStore(options: { db: Kysely<Database>; shipped: IntentModel }): ModelStore {
  const { db, shipped } = options;

  const stackOf = async (reader: Reader, task: ModelTask): Promise<number[]> =>
    promotionStack(
      await reader
        .selectFrom('model_promotions')
        .select(['version', 'action'])
        .where('task', '=', task)
        .orderBy('id')
        .execute(),
    );
  const current = async (task: ModelTask): Promise<number> => (await stackOf(db, task)).at(-1) ?? 0;
  const atWork = async (): Promise<Map<number, ModelTask[]>> => {
    const tasks = new Map<number, ModelTask[]>();
    for (const task of TASKS) {
      const version = await current(task);
      tasks.set(version, [...(tasks.get(version) ?? []), task]);
    }
    return tasks;
  };
  const get = async (version: number): Promise<ModelView> => {
    const tasks = (await atWork()).get(version) ?? [];
    if (version === 0) return shippedView(shipped.card.metrics, tasks);
    const row = await db.selectFrom('models').select(MODEL_COLUMNS).where('version', '=', version).executeTakeFirst();
    if (!row) throw notFound('model');
    return modelView(row, tasks);
  };

  const load = async (version: number): Promise<IntentModel> => {
    if (version === 0) return shipped;
    const row = await db
      .selectFrom('models')
      .select(['card', 'weights'])
      .where('version', '=', version)
      .executeTakeFirst();
    if (!row?.weights) throw notFound('model');
    return decodeModel(row.card, row.weights);
  };

  /** Under a lock, so that two people's decisions come one after the other. */
  const record = (
    task: ModelTask,
    decide: (stack: number[]) => Omit<PromotionView, 'task' | 'at'>,
  ): Promise<PromotionView> =>
    db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext(${`kefu promotion ${task}`}))`.execute(trx);
      const step = decide(await stackOf(trx, task));
      const { at } = await trx
        .insertInto('model_promotions')
        .values({
          task,
          version: step.version || null,
          action: step.action,
          reason: step.reason,
          forced: step.forced,
          by_name: step.by,
        })
        .returning('at')
        .executeTakeFirstOrThrow();
      await sql`select pg_notify(${MODELS_CHANNEL}, ${task})`.execute(trx);
      return { ...step, task, at: at.toISOString() };
    });

  const bars = async (): Promise<GateBars> => {
    const row = await db.selectFrom('settings').select('value').where('key', '=', BARS_KEY).executeTakeFirst();
    return gateBarsSchema.safeParse(row?.value).data ?? gateBarsSchema.parse({});
  };

  return {
    async list() {
      const tasks = await atWork();
      const rows = await db.selectFrom('models').select(MODEL_COLUMNS).orderBy('version', 'desc').limit(MOST).execute();
      return [
        ...rows.map((row) => modelView(row, tasks.get(row.version) ?? [])),
        shippedView(shipped.card.metrics, tasks.get(0) ?? []),
      ];
    },
    get,
    load,
    async add({ kind, name, dataset, runId, model, by }) {
      const { version } = await db
        .insertInto('models')
        .values({
          kind,
          name: name ?? null,
          dataset,
          run_id: runId,
          card: model ? JSON.stringify(model.card) : null,
          weights: model ? encodeWeights(model) : null,
          created_by: by.name,
        })
        .returning('version')
        .executeTakeFirstOrThrow();
      return version;
    },
    async setComparison(version, comparison, gate) {
      await db
        .updateTable('models')
        .set({ comparison: JSON.stringify(comparison), gate: JSON.stringify(gate) })
        .where('version', '=', version)
        .execute();
    },
    current,
    async currentName(task) {
      const version = await current(task);
      if (version === 0) return undefined;
      const row = await db.selectFrom('models').select('name').where('version', '=', version).executeTakeFirst();
      return row?.name ?? undefined;
    },
    async promote(version, { task, by, force = false, reason = null }) {
      const model = await get(version);
      const fits = version === 0 || (task === 'intents') === (model.kind === 'intents');
      if (!fits) throw badRequest('wrong_task', `Model ${version} can't work as ${task}.`);
      if (force && !reason?.trim()) throw badRequest('reason_missing', 'Going past the gate wants a reason.');
      // What is to work next must be readable now.
      if (task === 'intents') await load(version);
      return record(task, (stack) => {
        const before = stack.at(-1) ?? 0;
        if (before === version) throw conflict('already_current', `Model ${version} is at work already.`);
        if (version !== 0 && !force) checkGate(model, before, task);
        return { version, action: 'promote', reason, forced: force, by: by.name };
      });
    },
    rollback: ({ task, by, reason = null }) =>
      record(task, (stack) => {
        const version = stack.at(-2);
        if (version === undefined)
          throw conflict('nothing_to_roll_back', 'The first model is at work: there is none before it.');
        return { version, action: 'rollback', reason, forced: false, by: by.name };
      }),
    async history() {
      const rows = await db.selectFrom('model_promotions').selectAll().orderBy('id', 'desc').limit(MOST).execute();
      return rows.map((row) => ({
        task: row.task,
        version: row.version ?? 0,
        action: row.action,
        reason: row.reason,
        forced: row.forced,
        by: row.by_name,
        at: row.at.toISOString(),
      }));
    },
    bars,
    async setBars(next) {
      const value = JSON.stringify(next);
      await db
        .insertInto('settings')
        .values({ key: BARS_KEY, value })
        .onConflict((conflicting) => conflicting.column('key').doUpdateSet({ value }))
        .execute();
      return bars();
    },
  };
}

function checkGate(model: ModelView, before: number, task: ModelTask): void {
  if (!model.gate || !model.comparison)
    throw conflict('not_compared', `Model ${model.version} has not been compared yet.`);
  if (task !== 'writer' && model.comparison.against !== before)
    throw conflict(
      'stale_comparison',
      `It was compared with version ${model.comparison.against}; ${before} is at work now. Compare again.`,
    );
  if (!model.gate.passed)
    throw new AppError({
      code: 'gate_not_passed',
      status: 409,
      message: `Model ${model.version} has not passed the gate.`,
      details: model.gate.reasons,
    });
}
