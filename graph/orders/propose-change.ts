import { randomUUID } from 'node:crypto';
import type { Order } from '../../stores/orders.ts';
import type { WriteTool, WriteView } from '../../tools/changes/write-tool.ts';
import { orderStatusLabel } from '../../tools/orders/order-status.ts';
import { checkPolicy, isCarriedOut, type Refused, type Verdict } from '../../tools/policy/check.ts';
import { orderPhrases } from '../phrases/orders.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { ProposedChange } from '../state.ts';
import { type Alternative, alternatives } from './alternatives.ts';
import { confirmQuestion } from './confirm-question.ts';

export interface RefusedProposal {
  kind: 'refused';
  because: Refused | 'as_it_is' | 'arguments';
  text: string;
  instead: Alternative[];
}
export type Proposal = { kind: 'proposed'; text: string; change: ProposedChange } | RefusedProposal;

interface ProposalInput {
  tool: WriteTool;
  order: Order;
  view: WriteView;
}

/** What the shop's rules say against it, with the rule, its source and what is possible instead; undefined: nothing. */
export function refusedByRules({ tool, order, view }: ProposalInput, fault: boolean): RefusedProposal | undefined {
  const verdict: Verdict = isCarriedOut(view.policy, tool.action)
    ? checkPolicy(view.policy, tool.policy, order, view.now, view.language, { fault })
    : { allowed: false, because: 'not_offered', rule: null };
  if (verdict.allowed) return undefined;
  const { because, rule } = verdict;
  if (because === 'unstated')
    return { kind: 'refused', because, text: phrasesIn(view.language).needsPerson(order.id), instead: [] };
  const said = orderPhrases(view.language);
  const status = orderStatusLabel(order.status, view.language);
  const instead = alternatives(tool.action, order, view);
  const reason =
    because === 'status' || because === 'too_late'
      ? phrasesIn(view.language).notAllowed({ id: order.id, status, because, rule })
      : said.refusedBecause(because, rule);
  const offer = instead.length > 0 ? `\n${said.instead(instead.map(({ name }) => name))}` : '';
  return { kind: 'refused', because, text: `${reason}${offer}`, instead };
}

/** Checks the shop's rules and puts a change to the customer, field by field; nothing is written here. */
export function proposeChange(input: ProposalInput & { args: Record<string, unknown> }): Proposal {
  const { tool, order, view } = input;
  const phrases = phrasesIn(view.language);
  const refused = refusedByRules(input, input.args.fault === true);
  if (refused) return refused;
  const args = tool.schema.parse(input.args);
  const described = tool.describe(order, args, view);
  if (!described) return { kind: 'refused', because: 'as_it_is', text: phrases.nothingToChange(order.id), instead: [] };
  if ('refused' in described) return { kind: 'refused', because: 'arguments', text: described.refused, instead: [] };
  return {
    kind: 'proposed',
    text: confirmQuestion(described, view.language),
    change: {
      id: randomUUID(),
      action: tool.action,
      args: { ...args, orderId: order.id },
      summary: described.summary,
      changes: described.changes,
      expiresAt: new Date(view.now.getTime() + view.policy.confirmWithinMs).toISOString(),
    },
  };
}
