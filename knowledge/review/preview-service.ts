import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { EVIDENCE_THRESHOLD } from '../retrieval/evidence.ts';
import { bestSentences } from '../retrieval/quote.ts';
import type { Retriever, SearchResponse } from '../types.ts';
import type { ChangeOfWords, PreviewedAnswer, PreviewedQuestion, PreviewService, ProposedChange } from './ports.ts';
import { proposedOverlay } from './proposed-passages.ts';
import { proposedWords } from './proposed-words.ts';
import { type RecentQuestion, recentQuestions } from './recent-questions.ts';

const DEFAULT_LIMIT = 200;
/** Questions that are not reached by then are left out. */
const LIMIT_MS = 20_000;
const HITS = 6;

/** Documents and FAQs first, all passages when they are not enough: as a chat's answer is looked for. */
async function find(retriever: Retriever, asked: RecentQuestion, signal: AbortSignal): Promise<SearchResponse> {
  const request = { query: asked.question, language: asked.language, k: HITS };
  const written = await retriever.search({ ...request, kinds: ['document', 'faq'] }, signal);
  return written.evidence >= EVIDENCE_THRESHOLD ? written : retriever.search(request, signal);
}

async function answerOf(retriever: Retriever, asked: RecentQuestion, signal: AbortSignal): Promise<PreviewedAnswer> {
  const { hits, evidence } = await find(retriever, asked, signal);
  if (evidence < EVIDENCE_THRESHOLD) return { evidence, verdict: 'decline', citation: null };
  const [quoted] = bestSentences({ ...asked, hits, max: 1 });
  const hit = quoted?.hit ?? hits[0];
  const citation = hit && {
    ...{ kind: hit.kind, documentId: hit.documentId, title: hit.title, page: hit.page },
    quote: quoted?.quote ?? hit.text,
  };
  return { evidence, verdict: 'answer', citation: citation ?? null };
}

function changeOf(before: PreviewedAnswer, after: PreviewedAnswer): PreviewedQuestion['change'] | undefined {
  if (before.verdict !== after.verdict) return after.verdict === 'answer' ? 'now_answered' : 'no_longer_answered';
  if (before.citation?.documentId !== after.citation?.documentId) return 'other_source';
  return before.citation?.quote !== after.citation?.quote ? 'other_text' : undefined;
}

const isOfWords = (change: ProposedChange): change is ChangeOfWords =>
  change.kind === 'term' || (change.kind === 'remove' && change.source === 'term');

/** Asks recent questions again, of the knowledge as it is and as it would be. Nothing is changed. */
export function createPreviewService(deps: {
  db: Kysely<Database>;
  base: Pick<KnowledgeBase, 'retriever' | 'imagine' | 'imagineWords'>;
}): PreviewService {
  const { db, base } = deps;
  const imagine = async (change: ProposedChange): Promise<Retriever> =>
    isOfWords(change)
      ? base.imagineWords(await proposedWords(db, change))
      : base.imagine(await proposedOverlay(db, change));
  return {
    async preview(change, { limit = DEFAULT_LIMIT, signal: given } = {}) {
      const late = AbortSignal.timeout(LIMIT_MS);
      const signal = given ? AbortSignal.any([given, late]) : late;
      const [imagined, recent] = await Promise.all([imagine(change), recentQuestions(db)]);
      const questions: PreviewedQuestion[] = [];
      let checked = 0;
      for (const asked of recent.slice(0, limit)) {
        if (signal.aborted) break;
        const before = await answerOf(base.retriever, asked, signal);
        const after = await answerOf(imagined, asked, signal);
        checked += 1;
        const difference = changeOf(before, after);
        if (difference) questions.push({ ...asked, change: difference, before, after });
      }
      return { checked, truncated: checked < recent.length, questions };
    },
  };
}
