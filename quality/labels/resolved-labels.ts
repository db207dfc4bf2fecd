import { type Kysely, sql } from 'kysely';
import type { Database, Language } from '../../stores/schema.ts';
import type { LabelRequest } from './label-schema.ts';

/** What a message counts as once all its labels are weighed. */
export interface ResolvedLabel {
  id: string;
  turnId: string | null;
  text: string;
  language: Language;
  requests: LabelRequest[];
  reply: string | null;
  labeller: string;
  at: Date;
}

/**
 * One label a message: the one that settles, else the newest when all labellers agree. Messages on which they still
 * differ are left out. In a fixed order, so that the same labels give the same dataset.
 */
export async function resolvedLabels(db: Kysely<Database>): Promise<ResolvedLabel[]> {
  const { rows } = await sql<ResolvedLabel>`
    select distinct on (coalesce(l.turn_id::text, l.key)) l.id, l.turn_id as "turnId", l.text, l.language, l.requests,
      l.reply, l.labeller, l.updated_at as at
    from labels l
    where not l.skipped and (l.turn_id is null or l.settles or not exists (
      select from labels o where o.turn_id = l.turn_id and not o.skipped
      having count(distinct label_intents(o.requests)) > 1))
      and (l.settles or l.turn_id is null or not exists (select from labels s where s.turn_id = l.turn_id and s.settles))
    order by coalesce(l.turn_id::text, l.key), l.settles desc, l.updated_at desc, l.id`.execute(db);
  return rows;
}
