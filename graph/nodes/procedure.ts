import type { Retriever } from '../../knowledge/types.ts';
import type { BranchWork } from '../branch.ts';
import { evidenceNeeded } from '../knowledge/evidence-needed.ts';

/** Answers how a change is made from the documents; where they don't tell, goes on to make it. */
export const createProcedure =
  (deps: { retriever: Retriever }, answer: BranchWork, orders: BranchWork): BranchWork =>
  async (task, scope, writer) => {
    const { procedureOf, ...request } = task.request;
    if (procedureOf === undefined) return answer(task, scope, writer);
    const search = { query: request.text, language: task.language, k: 1 };
    const { evidence } = await deps.retriever.search(search, scope.signal);
    if (evidence >= evidenceNeeded(task.request)) return answer(task, scope, writer);
    const change = { ...task, request: { ...request, intent: procedureOf, route: 'order' as const } };
    return { intent: procedureOf, route: 'order', ...(await orders(change, scope, writer)) };
  };
