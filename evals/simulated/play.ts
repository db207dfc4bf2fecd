import { randomUUID } from 'node:crypto';
import type { Reply, ShopTarget } from '../harness/shop-target.ts';
import { type SimCustomer, type Turn, wanted } from './customer.ts';
import type { SimGoal } from './sim-goal.ts';

/** Whatever a customer does, a talk ends. */
const LONGEST = 14;

export interface Talk {
  turns: Turn[];
  /** The wish was met, as a later look shows where it changes something. */
  reached: boolean;
  /** A change was made that the customer had not been shown as wanted. */
  wrongWrite: boolean;
}

/** One customer's conversation from the first word to the last, and what came of it. */
export async function playTalk(target: ShopTarget, goal: SimGoal, customer: SimCustomer): Promise<Talk> {
  const { language } = goal;
  const conversationId = randomUUID();
  const say = async (text: string, id: string): Promise<Reply> =>
    (await target.say({ text, language, customer: goal.customer, conversationId: id })).reply;
  const turns: Turn[] = [];
  while (turns.length < LONGEST) {
    const said = await customer.next(turns.at(-1)?.reply);
    if (said === undefined) break;
    turns.push({ said, reply: await say(said, conversationId) });
  }
  if (goal.lookUp === undefined)
    return { turns, reached: turns.some(({ reply }) => goal.reached(reply)), wrongWrite: false };
  const after = await say(goal.lookUp, randomUUID());
  const reached = goal.reached(after);
  return { turns, reached, wrongWrite: reached && !turns.some(({ reply }) => wanted(goal, reply)) };
}
