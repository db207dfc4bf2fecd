import type { Kysely } from 'kysely';
import { notFound } from '../../config/errors.ts';
import { allTexts } from '../../stores/local-text.ts';
import type { Database, LocalText } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import { chooseSentence } from '../injection/choose-sentence.ts';
import { chosenSentences } from '../injection/quoted-anyway.ts';
import type { QuotedSentences } from '../injection/quoted-sentences.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';
import type { ProductSentences } from './ports.ts';
import { createSuspectSentences } from './suspect-sentences.ts';

const LISTED = 500;

/** `base` and `quoted` know of a choice when the call that makes it returns. */
export function createProductSentences(options: {
  db: Kysely<Database>;
  base: Pick<KnowledgeBase, 'refresh'>;
  quoted: Pick<QuotedSentences, 'of' | 'refresh'>;
}): ProductSentences {
  const { db, base, quoted } = options;
  const suspects = createSuspectSentences(db);
  const viewOf = (id: string, name: LocalText, sentences: readonly string[]) => ({
    id,
    name,
    ...chosenSentences(sentences, quoted.of({ kind: 'product', id })),
  });
  const nameOf = async (trx: Kysely<Database>, id: string) => {
    const row = await trx.selectFrom('products').select('name').where('id', '=', id).executeTakeFirst();
    if (!row) throw notFound('product');
    return row.name;
  };
  return {
    async list() {
      await quoted.refresh();
      const found = await suspects();
      const ids = [...found.keys()].sort().slice(0, LISTED);
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('products')
        .select(['id', 'name'])
        .where('id', 'in', ids)
        .orderBy('id')
        .execute();
      return rows.map(({ id, name }) => viewOf(id, name, found.get(id) ?? []));
    },
    async quote(id, choice, by) {
      const name = await changeKnowledge(db, async (trx) => {
        const called = await nameOf(trx, id);
        await chooseSentence(trx, { kind: 'product', id }, choice);
        const title = allTexts(called).join(' / ');
        await recordChange(trx, { by, action: 'updated', kind: 'product', subjectId: id, title });
        return called;
      });
      await Promise.all([base.refresh(), quoted.refresh()]);
      return viewOf(id, name, (await suspects()).get(id) ?? []);
    },
  };
}
