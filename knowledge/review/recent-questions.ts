import { type Kysely, sql } from 'kysely';
import type { Database, Language } from '../../stores/schema.ts';
import { questionKey } from '../faqs/faq-input.ts';

export interface RecentQuestion {
  question: string;
  language: Language;
  askedAt: Date;
  count: number;
}

/** Turns that are looked at, the newest first. */
const TURNS = 3_000;

interface Row {
  text: string;
  language: Language | null;
  created_at: Date;
}

/** What customers asked of the knowledge lately, each once, the newest first. */
export async function recentQuestions(db: Kysely<Database>): Promise<RecentQuestion[]> {
  const { rows } = await sql<Row>`
    select m.text, coalesce(m.language, t.language) as language, t.created_at
    from (select message_id, language, routes, created_at from turns order by created_at desc limit ${TURNS}) as t
    join messages m on m.id = t.message_id
    where t.routes && array['knowledge', 'decline']
    order by t.created_at desc`.execute(db);
  const byKey = new Map<string, RecentQuestion>();
  for (const { text, language, created_at: askedAt } of rows) {
    const key = questionKey(text);
    const known = byKey.get(key);
    if (known) known.count += 1;
    else if (key !== '') byKey.set(key, { question: text, language: language ?? 'zh', askedAt, count: 1 });
  }
  return [...byKey.values()];
}
