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

/** After understanding: settle a pending change, or one branch for each request, in parallel. Reads state, decides nothing new. */
export function routeTurn(state: State): Array<Send<Branch | 'repair' | 'settle'>> {
  const dialogue = readDialogue(state.dialogue);
  const { settlement } = state;
  const settled = settlement
    ? [
        new Send('settle', {
          settlement,
          language: state.understanding?.language ?? dialogue.language,
          script: scriptOf(state, dialogue),
        } satisfies SettleTask),
      ]
    : [];
  if (settlement && !settlement.andThen) return settled;
  if (!state.understanding) throw new Error('A turn is routed before it is understood.');
  const { requests, language, script, mood } = state.understanding;
  const branches = requests.map((request, place) => {
    const index = place + settled.length;
    const task: BranchTask = { index, request, language, script, mood, dialogue };
    return new Send(repairOf(request.intent) ? 'repair' : BRANCHES[request.route], task);
  });
  return [...settled, ...branches];
}

const scriptOf = (state: State, dialogue: Dialogue): Script =>
  state.understanding?.script ?? (dialogue.language === 'en' ? 'latn' : (dialogue.script ?? 'hans'));
