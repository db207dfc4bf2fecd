import { type Kysely, sql } from 'kysely';
import type { Database, Language } from '../../stores/schema.ts';

const MAX_GROUPS = 200;
const MAX_EXAMPLES = 5;

interface Row {
  topic: string;
  language: Language;
  count: number;
  last_asked_at: Date;
  questions: string[];
}

export interface GapTopic {
  topic: string;
  question: string;
  count: number;
  language: Language;
  lastAskedAt: Date;
  examples: string[];
}

export interface GapTopics {
  list(): Promise<GapTopic[]>;
}

export function createGapService(db: Kysely<Database>): GapTopics {
  return {
    async list() {
      const { rows } = await sql<Row>`
        select topic, language, count(*) as count, max(created_at) as last_asked_at,
               (array_agg(question order by created_at desc))[1:50] as questions
        from unanswered_questions
        group by topic, language
        order by count(*) desc, max(created_at) desc
        limit ${MAX_GROUPS}`.execute(db);
      return rows.map(
        (row): GapTopic => ({
          topic: row.topic,
          question: row.questions[0] ?? row.topic,
          count: Number(row.count),
          language: row.language,
          lastAskedAt: row.last_asked_at,
          examples: [...new Set(row.questions)].slice(0, MAX_EXAMPLES),
        }),
      );
    },
  };
}
