import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { type Citation, citationSchema } from '../graph/turn-result.ts';
import { splitSentences } from '../knowledge/text/sentences.ts';
import type { Database } from '../stores/schema.ts';
import { bare, withdrawQuotes } from './withdraw-quotes.ts';

const PAGE = 200;

const bodySchema = z.looseObject({
  text: z.string().optional(),
  language: z.enum(['zh', 'en']).catch('en'),
  routes: z.array(z.string()).catch([]),
  citations: z.array(citationSchema),
});

type Db = Kysely<Database>;

/** What a source says now: all its live text, without blanks; undefined when it is gone. */
type Sources = Map<string, { text: string; changedAt: Date } | undefined>;

async function readSources(db: Db, ids: string[], known: Sources): Promise<void> {
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  const chunks = await db
    .selectFrom('chunks')
    .select(['source_id', 'title', 'text'])
    .where('source_id', 'in', unknown)
    .where('live', '=', true)
    .execute();
  const documents = db
    .selectFrom('documents')
    .select(['id', 'updated_at'])
    .where('id', 'in', unknown)
    .where('deleted_at', 'is', null);
  const faqs = db.selectFrom('faqs').select(['id', 'updated_at']).where('id', 'in', unknown);
  const changed = new Map((await documents.unionAll(faqs).execute()).map((row) => [row.id, row.updated_at]));
  const products = await db.selectFrom('products').select('id').where('id', 'in', unknown).execute();
  const neverChanged = new Date(0);
  // The shop's own name stands for what its settings say: no document of anyone's.
  for (const { id } of [...products, { id: 'shop' }]) changed.set(id, neverChanged);
  for (const id of unknown) {
    const changedAt = changed.get(id);
    const text = chunks.filter((row) => row.source_id === id).map((row) => `${row.title}${row.text}`);
    known.set(id, changedAt && { changedAt, text: bare(text.join('')) });
  }
}

/** A source that has not changed since still says it; one that has must have the quote in its words. */
function isGone({ documentId, quote }: Citation, saidAt: Date, sources: Sources): boolean {
  if (quote === '') return false;
  const source = sources.get(documentId);
  if (!source) return true;
  if (source.changedAt <= saidAt) return false;
  return splitSentences(quote).some(({ text }) => !source.text.includes(bare(text)));
}

/** Takes the quotes of removed and replaced sources out of all stored replies and what was made of them; how many. */
export async function purgeReplies(db: Db): Promise<number> {
  let changed = 0;
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('messages')
      .select(['id', 'conversation_id', 'body', 'text', 'created_at'])
      .where('author', '=', 'bot')
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const replies = rows.flatMap((row) => {
      const body = bodySchema.safeParse(row.body).data;
      return body && body.citations.length > 0 ? [{ ...row, body }] : [];
    });
    // Read anew for each page: texts of a whole corpus are not kept.
    const sources: Sources = new Map();
    await readSources(
      db,
      [...new Set(replies.flatMap(({ body }) => body.citations.map((one) => one.documentId)))],
      sources,
    );
    for (const { id, conversation_id: conversationId, body, text, created_at: saidAt } of replies) {
      const { language, citations, routes } = body;
      const result = withdrawQuotes({ text, language, citations, parts: routes.length }, (citation) =>
        isGone(citation, saidAt, sources),
      );
      if (!result) continue;
      await writeReply(db, { id, conversationId, saidAt, body, ...result });
      changed += 1;
    }
    if (rows.length < PAGE) return changed;
    last = rows.at(-1)?.id ?? last;
  }
}

async function writeReply(
  db: Db,
  reply: {
    id: string;
    conversationId: string;
    saidAt: Date;
    body: z.infer<typeof bodySchema>;
    text: string;
    citations: Citation[];
    taken: string[];
  },
): Promise<void> {
  const { id, conversationId, saidAt, body, text, citations, taken } = reply;
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('messages')
      .set({ text, body: JSON.stringify({ ...body, ...(body.text === undefined ? {} : { text }), citations }) })
      .where('id', '=', id)
      .execute();
    await trx.updateTable('turns').set({ trace: null }).where('reply_id', '=', id).execute();
    // A model that was asked later had read the reply, and may have said it again.
    await trx
      .updateTable('turns')
      .set({ trace: null })
      .where('conversation_id', '=', conversationId)
      .where('finished_at', '>=', saidAt)
      .where(sql<boolean>`jsonb_path_exists(trace, '$[*] ? (@.step == "model")')`)
      .execute();
    const handoffs = await trx
      .selectFrom('handoffs')
      .select(['id', 'summary'])
      .where('conversation_id', '=', conversationId)
      .execute();
    for (const handoff of handoffs) {
      const summary = taken.reduce((rest, words) => rest.replaceAll(words, '…'), handoff.summary);
      if (summary !== handoff.summary)
        await trx.updateTable('handoffs').set({ summary }).where('id', '=', handoff.id).execute();
    }
  });
}
