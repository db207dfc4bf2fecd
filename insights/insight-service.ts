import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { notFound } from '../config/errors.ts';
import { localText } from '../stores/local-text.ts';
import { readOperatorSection } from '../stores/operator-settings.ts';
import type { Database, Language } from '../stores/schema.ts';
import { behindFigure, type CountedConversation } from './behind-figure.ts';
import type { Count, InsightStore } from './insight-store.ts';
import { type Cost, costOf } from './model-use.ts';
import { type InsightReport, insightReport, type KeyCount } from './report.ts';

/** Calendar days in the shop's time zone, YYYY-MM-DD, both inclusive. */
export interface Span {
  from: string;
  to: string;
}

export interface KnowledgeUse {
  documentId: string;
  title: string;
  kind: 'document' | 'faq' | 'product';
  n: number;
}

export interface InsightView extends Omit<InsightReport, 'cited' | 'cardProducts' | 'gaps'> {
  gaps: Array<{ key: string; name: string; n: number }>;
  cardProducts: Array<{ key: string; name: string; n: number }>;
  /** By the prices set in the console; null: none are set. */
  cost: Cost | null;
  timeZone: string;
  /** What replies cited, most first, and what none cited. */
  knowledge: { used: KnowledgeUse[]; neverUsed: Array<Omit<KnowledgeUse, 'n'>> };
}

export interface TranscriptLine {
  id: string;
  author: string;
  text: string;
  createdAt: string;
  route: string | null;
  intent: string | null;
  confidence: number | null;
  engine: string | null;
  replyMs: number | null;
  rating: 'up' | 'down' | null;
}

/** What the numbers say, and the conversations behind each of them. */
export interface InsightService {
  report(span: Span, language: Language): Promise<InsightView>;
  behind(figure: Span & { metric: string; key: string }): Promise<CountedConversation[]>;
  transcript(conversationId: string): Promise<TranscriptLine[]>;
  everyCount(span: Span): Promise<Count[]>;
}

const LISTED = 50;
const LINES = 1_000;

export function createInsightService(deps: {
  db: Kysely<Database>;
  pool: pg.Pool;
  store: InsightStore;
  timeZone: string;
}): InsightService {
  const { db, pool, store, timeZone } = deps;

  const sources = async (language: Language): Promise<Array<Omit<KnowledgeUse, 'n'>>> => {
    const [documents, faqs] = await Promise.all([
      db
        .selectFrom('documents')
        .select(['id', 'title'])
        .where('deleted_at', 'is', null)
        .where('live_version', 'is not', null)
        .execute(),
      db.selectFrom('faqs').select(['id', 'question']).execute(),
    ]);
    return [
      ...documents.map(({ id, title }) => ({ documentId: id, title, kind: 'document' as const })),
      ...faqs.map(({ id, question }) => ({
        documentId: id,
        title: localText(question, language),
        kind: 'faq' as const,
      })),
    ];
  };

  const named = async (counts: KeyCount[], language: Language) => {
    if (counts.length === 0) return [];
    const ids = counts.map(({ key }) => key);
    const rows = await db.selectFrom('products').select(['id', 'name']).where('id', 'in', ids).execute();
    const names = new Map(rows.map(({ id, name }) => [id, localText(name, language)]));
    return counts.map(({ key, n }) => ({ key, n, name: names.get(key) ?? key }));
  };

  /** A matter's key is bare words; people read how it was asked last. */
  const asked = async (counts: KeyCount[], since: string) => {
    if (counts.length === 0) return [];
    const rows = await db
      .selectFrom('unanswered_questions')
      .distinctOn('topic')
      .select(['topic', 'question'])
      .where(
        'topic',
        'in',
        counts.map(({ key }) => key),
      )
      .where('created_at', '>=', sql<Date>`${since}::date at time zone ${timeZone}`)
      .orderBy('topic')
      .orderBy('created_at', 'desc')
      .execute();
    const questions = new Map(rows.map(({ topic, question }) => [topic, question]));
    return counts.map(({ key, n }) => ({ key, n, name: questions.get(key) ?? key }));
  };

  return {
    async report(span, language) {
      const [counts, known, prices] = await Promise.all([
        store.counts(span.from, span.to),
        sources(language),
        readOperatorSection(db, 'prices'),
      ]);
      const { cited, cardProducts, gaps, ...report } = insightReport(span, counts);
      const times = new Map(cited.map(({ key, n }) => [key, n]));
      const used = known
        .map((source) => ({ ...source, n: times.get(source.documentId) ?? 0 }))
        .filter(({ n }) => n > 0)
        .sort((a, b) => b.n - a.n);
      const neverUsed = known.filter(({ documentId }) => !times.has(documentId));
      return {
        ...report,
        timeZone,
        gaps: await asked(gaps, span.from),
        cardProducts: await named(cardProducts, language),
        cost: costOf(report.model, prices),
        knowledge: { used: used.slice(0, LISTED), neverUsed: neverUsed.slice(0, LISTED) },
      };
    },

    behind: (figure) => behindFigure({ pool, timeZone }, figure),

    async transcript(conversationId) {
      const rows = await db
        .selectFrom('messages as m')
        .leftJoin('turns as t', 't.reply_id', 'm.id')
        .leftJoin('feedback as f', 'f.message_id', 'm.id')
        .select([
          'm.id',
          'm.author',
          'm.text',
          'm.created_at',
          't.route',
          't.intent',
          't.confidence',
          't.engine',
          't.total_ms',
          'f.rating',
        ])
        .where('m.conversation_id', '=', conversationId)
        .orderBy('m.seq')
        .limit(LINES)
        .execute();
      if (rows.length === 0) throw notFound('conversation');
      return rows.map(({ created_at, total_ms, ...line }) => ({
        ...line,
        createdAt: created_at.toISOString(),
        replyMs: total_ms,
      }));
    },

    everyCount: (span) => store.everyCount(span.from, span.to),
  };
}
