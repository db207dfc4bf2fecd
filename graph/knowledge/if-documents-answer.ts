import { isCommonWord } from '../../knowledge/text/common-words.ts';
import { askedUnits } from '../../tools/products/product-words.ts';
import type { AnswerDeps } from '../answering/question.ts';
import type { BranchWork } from '../branch.ts';
import { createAnswer } from '../nodes/answer.ts';
import { evidenceNeeded } from './evidence-needed.ts';
import { forCaller } from './hits/for-caller.ts';
import { rememberSearches } from './remember-searches.ts';
import { retold } from './topics/retold.ts';
import { writtenSearch } from './written-search.ts';

/**
 * Answers from the shop's own documents where they surely tell, whatever the message was taken for: what they are about
 * is the shop's choice and in no classifier. Else does what was meant to be done.
 */
export function ifDocumentsAnswer(deps: AnswerDeps, otherwise: BranchWork): BranchWork {
  return async (task, scope, writer) => {
    const { request, language } = task;
    const retriever = forCaller(rememberSearches(deps.retriever), scope.caller);
    const { hits } = await retriever.search(writtenSearch(request.text, language), scope.signal);
    const surely = (hits[0]?.evidence ?? 0) >= evidenceNeeded(request) && saysWhat(request.text);
    if (!surely && !(await retold(retriever, request, { language }, scope.signal)))
      return otherwise(task, scope, writer);
    const answer = createAnswer({ ...deps, retriever });
    return { route: 'knowledge', ...(await answer(task, scope, writer)) };
  };
}

/** "Not good enough": words of everyday talk alone say nothing that a document could be about. */
const saysWhat = (text: string): boolean => askedUnits(text, []).some((unit) => !isCommonWord(unit.text));
