import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { notFound } from '../../config/errors.ts';
import { citationSchema, routeSchema } from '../../graph/turn-result.ts';
import type { Database } from '../../stores/schema.ts';
import type { By } from '../labels/ports.ts';
import { maskContacts } from '../mask.ts';
import { type CaseInput, caseInputSchema } from './case-schema.ts';
import { writeCases } from './read-cases.ts';

export interface StoredCase extends CaseInput {
  id: string;
  conversationId: string | null;
  createdBy: string;
  /** ISO 8601. */
  createdAt: string;
}

/** Conversations as cases of the evals. An unknown case or conversation is `notFound()`. */
export interface CaseService {
  /** Newest first. */
  list(): Promise<StoredCase[]>;
  find(id: string): Promise<StoredCase>;
  /** What the customer of a conversation said, expecting what was answered; nothing is stored. */
  draft(conversationId: string): Promise<CaseInput>;
  add(input: CaseInput & { conversationId: string | null }, by: By): Promise<StoredCase>;
  change(id: string, input: CaseInput): Promise<StoredCase>;
  remove(id: string): Promise<void>;
  /** All of them, oldest first, as JSON lines. */
  lines(): Promise<string>;
}

const LONGEST = 40;
const NAME = 60;
const bodySchema = z.object({ citations: z.array(citationSchema.pick({ title: true })).catch([]) });

export function createCaseService(db: Kysely<Database>): CaseService {
  const select = () =>
    db
      .selectFrom('eval_cases')
      .select(['id', 'name', 'language', 'customer', 'lines', 'conversation_id', 'created_by', 'created_at']);
  const stored = (row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>): StoredCase => ({
    ...caseInputSchema.parse({ name: row.name, language: row.language, customer: row.customer, lines: row.lines }),
    id: row.id,
    conversationId: row.conversation_id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
  });
  const find = async (id: string): Promise<StoredCase> => {
    const row = await select().where(sql`id::text`, '=', id).executeTakeFirst();
    if (!row) throw notFound('case');
    return stored(row);
  };
  const columns = ({ name, language, customer, lines }: CaseInput) => {
    const masked = lines.map((line) => ({ ...line, say: maskContacts(line.say) }));
    return { name: maskContacts(name), language, customer, lines: JSON.stringify(masked) };
  };
  return {
    find,
    list: async () => (await select().orderBy('created_at', 'desc').execute()).map(stored),
    draft: (conversationId) => draftOf(db, conversationId),
    async add({ conversationId, ...input }, by) {
      if (conversationId !== null && !(await isKnown(db, conversationId))) throw notFound('conversation');
      const values = { ...columns(input), conversation_id: conversationId, created_by: by.name };
      const { id } = await db.insertInto('eval_cases').values(values).returning('id').executeTakeFirstOrThrow();
      return find(id);
    },
    async change(id, input) {
      const changed = { ...columns(input), updated_at: new Date() };
      await db.updateTable('eval_cases').set(changed).where(sql`id::text`, '=', id).execute();
      return find(id);
    },
    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('eval_cases').where(sql`id::text`, '=', id).executeTakeFirst();
      if (numDeletedRows === 0n) throw notFound('case');
    },
    async lines() {
      const cases = (await select().orderBy('created_at').execute()).map(stored);
      return writeCases(
        cases.map(({ id, name, language, customer, lines }) => ({ id, name, language, customer, lines })),
      );
    },
  };
}

const isKnown = async (db: Kysely<Database>, conversationId: string): Promise<boolean> =>
  (await db.selectFrom('conversations').select('id').where('id', '=', conversationId).executeTakeFirst()) !== undefined;

async function draftOf(db: Kysely<Database>, conversationId: string): Promise<CaseInput> {
  const rows = await db
    .selectFrom('messages as m')
    .innerJoin('conversations as c', 'c.id', 'm.conversation_id')
    .leftJoin('turns as t', 't.message_id', 'm.id')
    .leftJoin('messages as r', 'r.id', 't.reply_id')
    .select(['m.text', 'c.language', 'c.owner_kind', 'c.owner_id', 't.route', 't.intent', 'r.body', 'r.id as reply'])
    .where('m.conversation_id', '=', conversationId)
    .where('m.author', '=', 'customer')
    .where('m.text', '!=', '')
    .orderBy('m.seq')
    .limit(LONGEST)
    .execute();
  const [first] = rows;
  if (!first) throw notFound('conversation');
  return caseInputSchema.parse({
    name: maskContacts(first.text).slice(0, NAME),
    language: first.language === 'en' ? 'en' : 'zh',
    customer: first.owner_kind === 'customer' ? first.owner_id : null,
    lines: rows.map(({ text, route, intent, body, reply }) => {
      const { citations } = bodySchema.catch({ citations: [] }).parse(body);
      const cites = [...new Set(citations.map(({ title }) => title))].slice(0, 10);
      // While a person had the conversation nothing was answered: nothing is expected.
      const expect = reply ? { route: routeSchema.safeParse(route).data, intent: intent ?? undefined, cites } : {};
      return { say: maskContacts(text).slice(0, 2_000), expect };
    }),
  });
}
