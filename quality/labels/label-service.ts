import { type Kysely, sql } from 'kysely';
import { badRequest, notFound } from '../../config/errors.ts';
import { isUuid } from '../../stores/is-uuid.ts';
import type { Database } from '../../stores/schema.ts';
import type { LabelInput } from './label-schema.ts';
import { readLabelSummary } from './label-summary.ts';
import type { By, LabelService, TurnToLabel } from './ports.ts';
import { countTurns, selectTurn, selectTurns, turnToLabel } from './turn-rows.ts';

/** Turns are counted up to here; a console that shows more than that is no longer read. */
const COUNTED = 10_000;

/** Labels on customers' turns. `intents` are the ids that may be named. */
export function createLabelService(options: { db: Kysely<Database>; intents: ReadonlySet<string> }): LabelService {
  const { db, intents } = options;

  const find = async (turnId: string): Promise<TurnToLabel> => {
    const row = isUuid(turnId) ? (await selectTurn(turnId).execute(db)).rows[0] : undefined;
    if (!row) throw notFound('turn');
    return turnToLabel(row);
  };

  const store = async (turnId: string, input: LabelInput | undefined, by: By): Promise<TurnToLabel> => {
    const turn = await find(turnId);
    const values = {
      requests: JSON.stringify(input?.requests ?? []),
      reply: input?.reply ?? null,
      note: input?.note ?? null,
      skipped: input === undefined,
      settles: false,
    };
    await db
      .insertInto('labels')
      .values({
        ...values,
        turn_id: turnId,
        text: turn.text,
        language: turn.language,
        labeller_id: by.id,
        labeller: by.name,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['turn_id', 'labeller'])
          .where('turn_id', 'is not', null)
          .doUpdateSet({ ...values, updated_at: sql`now()` }),
      )
      .execute();
    return find(turnId);
  };

  return {
    async list(query) {
      const [{ rows }, counted] = await Promise.all([
        selectTurns(query).execute(db),
        countTurns(query, COUNTED).execute(db),
      ]);
      return { turns: rows.map(turnToLabel), total: Number(counted.rows[0]?.total ?? 0) };
    },
    find,
    async save(turnId, input, by) {
      const unknown = input.requests.find(({ intent }) => !intents.has(intent));
      if (unknown) throw badRequest('unknown_intent', `There is no intent ${unknown.intent}.`);
      return store(turnId, input, by);
    },
    skip: (turnId, by) => store(turnId, undefined, by),
    async remove(turnId, by) {
      await find(turnId);
      await db.deleteFrom('labels').where('turn_id', '=', turnId).where('labeller', '=', by.name).execute();
      return find(turnId);
    },
    async settle(labelId) {
      const label = isUuid(labelId)
        ? await db
            .selectFrom('labels')
            .select('turn_id')
            .where('id', '=', labelId)
            .where('skipped', '=', false)
            .executeTakeFirst()
        : undefined;
      if (!label?.turn_id) throw notFound('label');
      await db
        .updateTable('labels')
        .set({ settles: sql<boolean>`id = ${labelId}` })
        .where('turn_id', '=', label.turn_id)
        .execute();
      return find(label.turn_id);
    },
    summary: () => readLabelSummary(db),
  };
}
