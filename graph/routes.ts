import { Send } from '@langchain/langgraph';
import type { Route, Script } from '../understanding/types.ts';
import type { BranchTask } from './branch.ts';
import { type Dialogue, readDialogue } from './dialogue.ts';
import type { SettleTask } from './nodes/settle.ts';
import { repairOf } from './repair/repair-intents.ts';
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

/** After understanding: settle a pending change, or one branch for each request. Reads state, decides nothing new. */
export function routeTurn(state: State): Array<Send<Branch | 'repair' | 'settle'>> {
  const { settlement } = state;
  if (!settlement) return branchesOf(state, 0);
  const dialogue = readDialogue(state.dialogue);
  return [
    new Send('settle', {
      settlement,
      language: state.understanding?.language ?? dialogue.language,
      script: scriptOf(state, dialogue),
    } satisfies SettleTask),
  ];
}

/** After settling: what the customer put in its place, or had waiting behind it, reads the order as it is now. */
export const routeSettled = (state: State): 'reply' | Array<Send<Branch | 'repair'>> =>
  state.settlement?.andThen ? branchesOf(state, 1) : 'reply';

/** One branch for each request, in parallel; `before`: parts that are there already. */
function branchesOf(state: State, before: number): Array<Send<Branch | 'repair'>> {
  const dialogue = readDialogue(state.dialogue);
  if (!state.understanding) throw new Error('A turn is routed before it is understood.');
  const { requests, language, script, mood } = state.understanding;
  return requests.map((request, place) => {
    const settled = before > 0;
    const task: BranchTask = { index: place + before, request, language, script, mood, dialogue, settled };
    return new Send(repairOf(request.intent) ? 'repair' : BRANCHES[request.route], task);
  });
}

const scriptOf = (state: State, dialogue: Dialogue): Script =>
  state.understanding?.script ?? (dialogue.language === 'en' ? 'latn' : (dialogue.script ?? 'hans'));
