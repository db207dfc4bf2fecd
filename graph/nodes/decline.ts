import { localText } from '../../stores/local-text.ts';
import { type BranchWork, say } from '../branch.ts';
import { evidenceNeeded } from '../knowledge/evidence-needed.ts';
import { rememberSearches } from '../knowledge/remember-searches.ts';
import { writtenSearch } from '../knowledge/written-search.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { knownCode } from '../promotions/asked-promotion.ts';
import { type AnswerDeps, createAnswer } from './answer.ts';
import type { PromotionsDeps } from './promotions.ts';

/**
 * Says that this is not the shop's business, and what is; unless the shop's own documents answer it: what they are
 * about is the shop's choice and in no classifier.
 */
export function createDecline(
  deps: AnswerDeps & Pick<PromotionsDeps, 'promotions'>,
  promotions: BranchWork,
): BranchWork {
  return async (task, scope, writer) => {
    const { request, language } = task;
    const codes = (await deps.promotions.all())?.flatMap(({ code }) => code ?? []) ?? [];
    // A code of the shop's own is its business, whatever is asked of it.
    if (knownCode(request.text, codes)) return { route: 'knowledge', ...(await promotions(task, scope, writer)) };
    const retriever = rememberSearches(deps.retriever);
    const { hits } = await retriever.search(writtenSearch(request.text, language), scope.signal);
    if ((hits[0]?.evidence ?? 0) >= evidenceNeeded(request)) {
      const answer = createAnswer({ ...deps, retriever });
      return { route: 'knowledge', ...(await answer(task, scope, writer)) };
    }
    const phrases = phrasesIn(language);
    const { order, product, human } = phrases.topics;
    return {
      text: say(writer, phrases.outOfScope(localText(deps.shop.name, language))),
      quickReplies: [order, product, human],
      dialogue: { lastQuestion: request.text },
    };
  };
}
