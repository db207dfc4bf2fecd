import { localText } from '../../stores/local-text.ts';
import { type BranchWork, say } from '../branch.ts';
import { evidenceNeeded } from '../knowledge/evidence-needed.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { type AnswerDeps, createAnswer } from './answer.ts';

/**
 * Says that this is not the shop's business, and what is; unless the shop's own documents answer it: what they are
 * about is the shop's choice and in no classifier.
 */
export function createDecline(deps: AnswerDeps): BranchWork {
  const answer = createAnswer(deps);
  return async (task, scope, writer) => {
    const { request, language } = task;
    const search = { query: request.text, language, k: 1, kinds: ['document' as const, 'faq' as const] };
    const { evidence } = await deps.retriever.search(search, scope.signal);
    if (evidence >= evidenceNeeded(request)) return { route: 'knowledge', ...(await answer(task, scope, writer)) };
    const phrases = phrasesIn(language);
    const { order, product, human } = phrases.topics;
    return {
      text: say(writer, phrases.outOfScope(localText(deps.shop.name, language))),
      quickReplies: [order, product, human],
    };
  };
}
