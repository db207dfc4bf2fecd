import { type Kysely, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { LabelSummary } from './ports.ts';

/** Turns without a label are counted among the newest of so many days. */
const OPEN_DAYS = 30;

/** How far labelling is. */
export async function readLabelSummary(db: Kysely<Database>): Promise<LabelSummary> {
  const [totals, intents, labellers] = await Promise.all([
    sql<Record<'labels' | 'turns' | 'skipped' | 'imported' | 'disputed' | 'open', number>>`
      select count(*) filter (where not skipped) as labels,
        count(distinct turn_id) filter (where not skipped) as turns,
        count(*) filter (where skipped) as skipped,
        count(*) filter (where turn_id is null) as imported,
        (select count(*) from (
          select from labels where turn_id is not null and not skipped group by turn_id
          having count(distinct label_intents(requests)) > 1 and not bool_or(settles)) as d) as disputed,
        (select count(*) from turns t where t.status = 'done' and t.intent is not null
          and t.created_at > now() - make_interval(days => ${OPEN_DAYS})
          and not exists (select from labels l where l.turn_id = t.id)) as open
      from labels`.execute(db),
    sql<{ intent: string; count: number }>`
      select r ->> 'intent' as intent, count(*) as count from labels, jsonb_array_elements(requests) as r
      where not skipped group by 1`.execute(db),
    sql<{ labeller: string; labels: number }>`
      select labeller, count(*) as labels from labels where not skipped and turn_id is not null group by 1 order by 2 desc`.execute(
      db,
    ),
  ]);
  const row = totals.rows[0];
  return {
    labels: row?.labels ?? 0,
    labelledTurns: row?.turns ?? 0,
    skipped: row?.skipped ?? 0,
    disputed: row?.disputed ?? 0,
    imported: row?.imported ?? 0,
    open: row?.open ?? 0,
    byIntent: Object.fromEntries(intents.rows.map(({ intent, count }) => [intent, count])),
    byLabeller: labellers.rows,
  };
}
