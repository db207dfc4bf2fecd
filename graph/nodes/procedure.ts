import type { Retriever } from '../../knowledge/types.ts';
import type { Policy } from '../../tools/policy/rule.ts';
import type { BranchWork } from '../branch.ts';
import { evidenceNeeded } from '../knowledge/evidence-needed.ts';
import { forCaller } from '../knowledge/hits/for-caller.ts';
import { policyPassage } from '../knowledge/topics/policy-passage.ts';

/** "Can I return the can": one that is known to both, so one that was bought. */
const KNOWN_THING = /\bthe\b/i;

/** Answers how a change is made from the documents and the shop's rules; where they don't tell, goes on to make it. */
export const createProcedure =
  (deps: { retriever: Retriever; policy: Policy }, answer: BranchWork, orders: BranchWork): BranchWork =>
  async (task, scope, writer) => {
    const { procedureOf, ...request } = task.request;
    // Who is not signed in has no order to go on with.
    if (procedureOf === undefined || scope.caller.kind !== 'customer') return answer(task, scope, writer);
    const search = { query: request.text, language: task.language, k: 1 };
    const { evidence, hits } = await forCaller(deps.retriever, scope.caller).search(search, scope.signal);
    if (evidence >= evidenceNeeded(task.request)) return answer(task, scope, writer);
    const bought = request.slots.products.length > 0 && KNOWN_THING.test(request.text);
    const asked = { text: request.text, intent: request.intent, productNames: [] };
    if (!bought && policyPassage(deps.policy, asked, { hits, enough: false }, task.language))
      return answer(task, scope, writer);
    const change = { ...task, request: { ...request, intent: procedureOf, route: 'order' as const } };
    return { intent: procedureOf, route: 'order', ...(await orders(change, scope, writer)) };
  };
