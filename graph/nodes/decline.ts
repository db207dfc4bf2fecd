import { EVIDENCE_THRESHOLD } from '../../knowledge/evidence.ts';
import { localText } from '../../stores/local-text.ts';
import { type BranchWork, say } from '../branch.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { type AnswerDeps, createAnswer } from './answer.ts';

/** What is so surely not the shop's business that its documents need not be asked. */
const SURELY_OUT_OF_SCOPE = 0.97;

/** Says that this is not the shop's business, and what is; unless the shop's own documents answer the question. */
export function createDecline(deps: AnswerDeps): BranchWork {
  const answer = createAnswer(deps);
  return async (task, scope, writer) => {
    const { request, language } = task;
    if (request.isQuestion && request.confidence < SURELY_OUT_OF_SCOPE) {
      const { evidence } = await deps.retriever.search({ query: request.text, language, k: 1 }, scope.signal);
      if (evidence >= EVIDENCE_THRESHOLD) return { route: 'knowledge', ...(await answer(task, scope, writer)) };
    }
    const phrases = phrasesIn(language);
    const { order, product, human } = phrases.topics;
    return {
      text: say(writer, phrases.outOfScope(localText(deps.shop.name, language))),
      quickReplies: [order, product, human],
    };
  };
}
