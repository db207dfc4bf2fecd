import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { badRequest, notFound } from '../../config/errors.ts';
import { containing } from '../../stores/escape-like.ts';
import { countOf, pageOf } from '../../stores/page-of.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Actor } from '../ports.ts';
import { parseTerm, refuseRepeated, titleOf } from './admit-term.ts';
import { importTerms, MOST_TERMS } from './import-terms.ts';
import type { TermInput, TermService, TermView } from './ports.ts';

type Row = Selectable<Database['knowledge_terms']>;
type Trx = Transaction<Database>;

const toView = (row: Row): TermView => ({
  id: row.id,
  zh: row.zh,
  en: row.en,
  note: row.note,
  updatedBy: row.updated_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** `relearn` makes this process know the words before a call returns. */
export function createTermService(options: { db: Kysely<Database>; relearn: () => Promise<void> }): TermService {
  const { db } = options;

  /** One change at a time; the processes hear of it when it is committed. */
  const change = async <Result>(work: (trx: Trx) => Promise<Result>): Promise<Result> => {
    const result = await db.transaction().execute(async (trx) => {
      await sql`lock table knowledge_terms in share row exclusive mode`.execute(trx);
      const done = await work(trx);
      await sql`select pg_notify('kefu_terms', '')`.execute(trx);
      return done;
    });
    await options.relearn();
    return result;
  };
  const columns = (term: TermInput, by: Actor | undefined) => ({
    zh: term.zh,
    en: term.en,
    note: term.note ?? null,
    updated_by: by?.name ?? null,
  });

  return {
    async list(query = {}) {
      let found = db.selectFrom('knowledge_terms');
      if (query.q) {
        const words = sql<string>`array_to_string(zh || en, ' ') || ' ' || coalesce(note, '')`;
        found = found.where(sql<boolean>`${words} ilike ${containing(query.q)}`);
      }
      const [rows, total] = await Promise.all([
        pageOf(found.selectAll().orderBy('created_at', 'desc').orderBy('id'), query).execute(),
        countOf(found),
      ]);
      return { items: rows.map(toView), total };
    },
    async create(input, by) {
      const term = parseTerm(input);
      const id = randomUUID();
      return change(async (trx) => {
        if ((await countOf(trx.selectFrom('knowledge_terms'))) >= MOST_TERMS)
          throw badRequest(
            'too_many_terms',
            `There may be ${MOST_TERMS} entries. Remove some that are no longer needed.`,
          );
        await refuseRepeated(trx, term);
        const row = await trx
          .insertInto('knowledge_terms')
          .values({ id, ...columns(term, by) })
          .returningAll()
          .executeTakeFirstOrThrow();
        await recordChange(trx, { by, action: 'created', kind: 'term', subjectId: id, title: titleOf(term) });
        return toView(row);
      });
    },
    async update(id, input, by) {
      const term = parseTerm(input);
      return change(async (trx) => {
        await refuseRepeated(trx, term, id);
        const row = await trx
          .updateTable('knowledge_terms')
          .set({ ...columns(term, by), updated_at: new Date() })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (!row) throw notFound('entry');
        await recordChange(trx, { by, action: 'updated', kind: 'term', subjectId: id, title: titleOf(term) });
        return toView(row);
      });
    },
    remove: (id, by) =>
      change(async (trx) => {
        const gone = await trx.deleteFrom('knowledge_terms').where('id', '=', id).returningAll().executeTakeFirst();
        if (!gone) throw notFound('entry');
        await recordChange(trx, { by, action: 'removed', kind: 'term', subjectId: id, title: titleOf(gone) });
      }),
    import: (rows, given = {}) => change((trx) => importTerms(trx, rows, given)),
  };
}
