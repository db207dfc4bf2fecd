import type { HandoffConditions } from '../stores/handoff-json.ts';

/** When people are brought in by themselves; written by managers (conversations/handoff/rule-service.ts). */
export interface HandoffRule {
  id: string;
  name: string;
  /** `handoff`: at once; `offer`: the customer is asked. */
  action: 'handoff' | 'offer';
  conditions: HandoffConditions;
}

/** What a turn is judged by. */
export interface TurnFacts {
  text: string;
  intents: string[];
  /** Null for a visitor. */
  customerId: string | null;
  mood: 'neutral' | 'angry';
  /** Totals of the orders that the reply is about, in the shop's currency. */
  amounts: number[];
  /** Null: the shop does not say when people answer. */
  open: boolean | null;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The first rule whose conditions all hold; a rule without conditions never applies. */
export function firstRule(rules: readonly HandoffRule[], facts: TurnFacts): HandoffRule | undefined {
  const text = folded(facts.text);
  return rules.find(({ conditions }) => {
    const { intents, words, customers, minAmount, mood, hours } = conditions;
    const checks = [
      intents?.some((intent) => facts.intents.includes(intent)),
      words?.some((word) => contains(text, folded(word))),
      customers && facts.customerId !== null && customers.includes(facts.customerId),
      minAmount !== undefined ? facts.amounts.some((amount) => amount >= minAmount) : undefined,
      mood && facts.mood === mood,
      hours && facts.open !== null && facts.open === (hours === 'open'),
    ].filter((check) => check !== undefined);
    return checks.length > 0 && checks.every(Boolean);
  });
}

/** Latin words count whole, Han words anywhere. */
function contains(text: string, word: string): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    const joins = (inside: string, outside: string) => /[a-z0-9]/.test(inside) && /[a-z0-9]/.test(outside);
    if (!joins(word[0] ?? '', before) && !joins(word.at(-1) ?? '', after)) return true;
  }
  return false;
}
