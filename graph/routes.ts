import { Send } from '@langchain/langgraph';
import type { Route } from '../understanding/types.ts';
import type { BranchTask } from './branch.ts';
import { readDialogue } from './dialogue.ts';
import type { State } from './state.ts';

/** The branch that works on each route. A route without one doesn't compile. */
export const BRANCHES = {
  knowledge: 'answer',
  order: 'orders',
  recommend: 'recommend',
  clarify: 'clarify',
  escalate: 'escalate',
  smalltalk: 'smalltalk',
  decline: 'decline',
} as const satisfies Record<Route, string>;

export type Branch = (typeof BRANCHES)[Route];

/** After understanding: settle a pending change, or one branch for each request, in parallel. Reads state, decides nothing new. */
export function routeTurn(state: State): Array<Send<Branch | 'settle'>> {
  if (state.settlement) return [new Send('settle', { settlement: state.settlement })];
  if (!state.understanding) throw new Error('A turn is routed before it is understood.');
  const { requests, language, mood } = state.understanding;
  const dialogue = readDialogue(state.dialogue);
  return requests.map(
    (request, index) =>
      new Send(BRANCHES[request.route], { index, request, language, mood, dialogue } satisfies BranchTask),
  );
}
