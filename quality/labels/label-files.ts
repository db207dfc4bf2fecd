import { type Kysely, sql } from 'kysely';
import type { HistoryLine } from '../../graph/engines/engine.ts';
import { createRouter } from '../../graph/engines/openai/route.ts';
import type { Database } from '../../stores/schema.ts';
import type { IntentCatalogue } from '../../understanding/intents.ts';
import { chatLine } from './chat-lines.ts';
import { labelIntents } from './label-intents.ts';
import type { LabelLine } from './label-schema.ts';
import { maskLine } from './mask-line.ts';
import { writeOwnLines } from './own-lines.ts';
import type { By } from './ports.ts';
import { type BadLine, type LineFormat, readLines } from './read-lines.ts';
import { type ResolvedLabel, resolvedLabels } from './resolved-labels.ts';

export type ExportFormat = 'own' | 'openai-router' | 'openai-writer';

export interface LabelImport {
  added: number;
  updated: number;
  bad: BadLine[];
}

/** Labels as JSON lines, in and out. */
export interface LabelFiles {
  /** Every label that counts, unmasked. */
  lines(): ReturnType<typeof exportLines>;
  export(options: { format: ExportFormat; mask: boolean }): Promise<string>;
  /** Good rows are stored, unless `dryRun`; bad ones are named. */
  import(text: string, options: { format: LineFormat; dryRun: boolean; by: By }): Promise<LabelImport>;
}

const HISTORY_LINES = 6;
const ROWS_AT_ONCE = 500;

export function createLabelFiles(options: { db: Kysely<Database>; catalogue: IntentCatalogue }): LabelFiles {
  const { db, catalogue } = options;
  const intents = new Set(labelIntents(catalogue).map(({ id }) => id));
  const { prompt } = createRouter(catalogue);

  return {
    lines: () => exportLines(db),
    async export({ format, mask }) {
      const lines = await exportLines(db);
      if (format === 'own') return writeOwnLines(lines, { mask });
      const task = format === 'openai-router' ? 'router' : 'writer';
      const learnt = new Set(catalogue.intents.map(({ id }) => id));
      return lines
        .filter(({ requests }) => task === 'writer' || requests.every(({ intent }) => learnt.has(intent)))
        .map((line) => chatLine({ ...(mask ? maskLine(line) : line), language: line.language }, task, prompt))
        .filter((row) => row !== undefined)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join('');
    },

    async import(text, { format, dryRun, by }) {
      const { good, bad } = readLines(text, format, intents);
      const rows = [...new Map(good.map((line) => [line.id, line])).values()];
      let added = 0;
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
        const part = rows.slice(at, at + ROWS_AT_ONCE);
        const known = await db
          .selectFrom('labels')
          .select('key')
          .where(
            'key',
            'in',
            part.map(({ id }) => id),
          )
          .execute();
        added += part.length - known.length;
        if (!dryRun) await storeLines(db, part, by);
      }
      return { added, updated: rows.length - added, bad };
    },
  };
}

/** Every label that counts, with the conversation before it. */
async function exportLines(
  db: Kysely<Database>,
): Promise<Array<LabelLine & { id: string; language: ResolvedLabel['language'] }>> {
  const labels = await resolvedLabels(db);
  const [histories, passages] = await Promise.all([
    historiesOf(db, turnsOf(labels)),
    passagesOf(db, turnsOf(labels.filter(({ reply }) => reply !== null))),
  ]);
  return labels.map((label) => {
    const history = label.turnId ? histories.get(label.turnId) : undefined;
    const found = label.turnId ? passages.get(label.turnId) : undefined;
    return {
      id: label.id,
      text: label.text,
      language: label.language,
      requests: label.requests,
      reply: label.reply,
      note: null,
      labeller: label.labeller,
      labelledAt: label.at.toISOString(),
      ...(history && history.length > 0 && { history }),
      ...(found && { passages: found }),
    };
  });
}

const turnsOf = (labels: readonly ResolvedLabel[]): string[] =>
  labels.flatMap(({ turnId }) => (turnId ? [turnId] : []));

/** What each turn's search found, as far as it is still published; a turn that found nothing has no entry. */
async function passagesOf(
  db: Kysely<Database>,
  turnIds: string[],
): Promise<Map<string, NonNullable<LabelLine['passages']>>> {
  if (turnIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; passages: NonNullable<LabelLine['passages']> }>`
    select t.id, jsonb_agg(jsonb_build_object('title', c.title, 'heading', c.heading, 'page', c.page, 'text', c.text)
      order by h.position) as passages
    from turns t,
      jsonb_path_query_array(t.trace, '$[*] ? (@.step == "search").data.hits[*].id') as ids,
      jsonb_array_elements_text(ids) with ordinality as h (id, position)
      join chunks c on c.id = h.id and c.live and not c.deleted
    where t.id = any(${turnIds}::uuid[]) group by t.id`.execute(db);
  return new Map(rows.map(({ id, passages }) => [id, passages]));
}

async function historiesOf(db: Kysely<Database>, turnIds: string[]): Promise<Map<string, HistoryLine[]>> {
  if (turnIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; history: HistoryLine[] | null }>`
    select t.id, (
      select jsonb_agg(jsonb_build_object('author', b.author, 'text', b.text) order by b.seq)
      from (select author, text, seq from messages b
            where b.conversation_id = t.conversation_id and b.seq < t.seq and b.author in ('customer', 'bot', 'agent')
            order by seq desc limit ${HISTORY_LINES}) b) as history
    from turns t where t.id = any(${turnIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, history }) => [id, history ?? []]));
}

async function storeLines(
  db: Kysely<Database>,
  lines: Array<LabelLine & { id: string; language: ResolvedLabel['language'] }>,
  by: By,
): Promise<void> {
  await db
    .insertInto('labels')
    .values(
      lines.map((line) => ({
        key: line.id,
        text: line.text,
        language: line.language,
        requests: JSON.stringify(line.requests),
        reply: line.reply,
        note: line.note,
        labeller: line.labeller ?? by.name,
        labeller_id: by.id,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        text: row.ref('excluded.text'),
        language: row.ref('excluded.language'),
        requests: row.ref('excluded.requests'),
        reply: row.ref('excluded.reply'),
        note: row.ref('excluded.note'),
        labeller: row.ref('excluded.labeller'),
        updated_at: sql`now()`,
      })),
    )
    .execute();
}
