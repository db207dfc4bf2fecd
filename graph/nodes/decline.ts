import { localText } from '../../stores/local-text.ts';
import { type BranchWork, say } from '../branch.ts';
import { evidenceNeeded } from '../knowledge/evidence-needed.ts';
import { writtenSearch } from '../knowledge/find-passages.ts';
import { rememberSearches } from '../knowledge/remember-searches.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { type AnswerDeps, createAnswer } from './answer.ts';

/**
 * Says that this is not the shop's business, and what is; unless the shop's own documents answer it: what they are
 * about is the shop's choice and in no classifier.
 */
export function createDecline(deps: AnswerDeps): BranchWork {
  return async (task, scope, writer) => {
    const { request, language } = task;
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
