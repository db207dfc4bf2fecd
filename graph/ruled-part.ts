import { firstRule, type HandoffRule } from './handoff-rules.ts';
import { callText, openingOf } from './phrases/handoff.ts';
import { phrasesIn } from './phrases/phrases.ts';
import type { TurnScope } from './scope.ts';
import type { ShopProfile } from './shop.ts';
import { type Part, partSchema, type State } from './state.ts';

export interface RuledPartDeps {
  shop: ShopProfile;
  /** The rules in force, in their order. */
  handoffRules(): readonly HandoffRule[];
}

/** What a manager's rule adds to a turn's reply: a person is called, or offered. Undefined: no rule applies. */
export async function ruledPart(deps: RuledPartDeps, state: State, scope: TurnScope): Promise<Part | undefined> {
  const { understanding, parts } = state;
  const rules = deps.handoffRules();
  if (rules.length === 0 || !understanding || parts.some((part) => part.handoff !== null)) return undefined;
  const { language, mood, requests } = understanding;
  const opening = openingOf(deps.shop, scope.now);
  const rule = firstRule(rules, {
    text: state.text,
    intents: requests.map(({ intent }) => intent),
    customerId: scope.caller.kind === 'customer' ? scope.caller.id : null,
    mood,
    amounts: parts.flatMap((part) => part.cards.flatMap((card) => ('total' in card ? [card.total] : []))),
    open: opening?.open ?? null,
  });
  if (!rule) return undefined;
  scope.trace.push({ step: 'handoff_rule', atMs: performance.now(), data: { id: rule.id, action: rule.action } });
  const phrases = phrasesIn(language);
  const last = parts.at(-1);
  const base = { index: parts.length, intent: last?.intent ?? 'human_agent', route: last?.route ?? 'escalate' };
  if (rule.action === 'offer') {
    // Asked twice in one reply would be once too many.
    if (parts.some((part) => part.dialogue.offeredHuman)) return undefined;
    return partSchema.parse({
      ...base,
      text: phrases.offerHuman,
      quickReplies: [phrases.talkToHuman],
      dialogue: { offeredHuman: true },
    });
  }
  const history = [...scope.history, { author: 'customer' as const, text: state.text }];
  const orderIds = parts.flatMap((part) => part.dialogue.focusOrderIds ?? []);
  return partSchema.parse({
    ...base,
    route: 'escalate',
    text: callText(deps.shop, language, scope.now),
    handoff: {
      reason: 'rule',
      rule: rule.name,
      summary: await scope.session.summarise({ history, language }),
      mood,
      orderIds: [...new Set(orderIds)],
    },
    dialogue: { offeredHuman: false, clarifications: 0 },
  });
}
