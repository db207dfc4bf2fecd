import type { Verdict } from '../harness/define-suite.ts';
import type { Reply } from '../harness/shop-target.ts';
import type { HandoffCase } from './cases.ts';

const OFFER = /人工|真人|person|human|colleague/i;

/** What a reply does about a person. */
export function reactionOf(reply: Reply): HandoffCase['expected'] {
  if (reply.status === 'waiting' || reply.status === 'human') return 'called';
  return [reply.text, ...(reply.quickReplies ?? [])].some((text) => OFFER.test(text)) ? 'offered' : 'left alone';
}

const verdict = (reply: Reply, allowed: Array<HandoffCase['expected']>): Verdict => {
  const reaction = reactionOf(reply);
  return {
    passed: allowed.includes(reaction),
    expected: allowed.join(' or '),
    actual: `${reaction} (${reply.intent})`,
  };
};

export const personCalled = (reply: Reply, { expected }: HandoffCase): Verdict | undefined =>
  expected === 'called' ? verdict(reply, ['called']) : undefined;

/** Somebody angry may also be handed over at once. */
export const personOffered = (reply: Reply, { expected }: HandoffCase): Verdict | undefined =>
  expected === 'offered' ? verdict(reply, ['offered', 'called']) : undefined;

/** An offer beside an answer is no fault; a conversation that is taken away is. */
export const leftAlone = (reply: Reply, { expected }: HandoffCase): Verdict | undefined =>
  expected === 'left alone' ? verdict(reply, ['left alone', 'offered']) : undefined;
