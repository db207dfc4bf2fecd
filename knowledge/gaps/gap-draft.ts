import { bestSentences } from '../retrieval/quote.ts';
import type { Retriever } from '../types.ts';
import { gapView } from './gap-view.ts';
import { bestWording, type QuestionGroup } from './group-questions.ts';
import type { GapDraft } from './ports.ts';

/** Passages below this evidence would only mislead the one who writes the answer. */
const NEAR = 0.25;
const HITS = 6;
const SENTENCES = 3;
const MAX_VARIANTS = 20;

/** What an FAQ for a group could begin with: its wordings, and the sentences that come nearest to an answer. */
export async function draftOf(group: QuestionGroup, retriever: Retriever): Promise<GapDraft> {
  const { language } = gapView(group, 0);
  const question = bestWording(group)?.text ?? '';
  const variants = group.wordings
    .toSorted((a, b) => b.count - a.count)
    .map(({ text }) => text)
    .filter((text) => text !== question)
    .slice(0, MAX_VARIANTS);
  const { hits } = await retriever.search({ query: question, language, k: HITS });
  const near = hits.filter((hit) => hit.evidence >= NEAR);
  const own = near.filter((hit) => hit.language === language);
  const quotes = bestSentences({ question, hits: own.length > 0 ? own : near, language, max: SENTENCES });
  return {
    question,
    variants,
    // Sentences of the other language are shown as sources: they have to be translated first.
    answer: own.length > 0 ? quotes.map(({ text }) => text).join(language === 'zh' ? '' : ' ') : '',
    language,
    sources: quotes.map(({ quote, hit }) => ({
      ...{ kind: hit.kind, documentId: hit.documentId, title: hit.title, page: hit.page, quote },
      evidence: hit.evidence,
    })),
  };
}
