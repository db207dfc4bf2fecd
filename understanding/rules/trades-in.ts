import { anyOf } from '../../text/any-of.ts';

const TRADES_IN = anyOf(
  /以旧换新|旧[^，。,]{0,8}(?:抵|折价|折钱|回收|值多少|值几|能换)/,
  /\btrade[- ]?in\b|\bpart[- ]?ex(?:change)?\b/,
  /\b(?:how much|what) (?:do|would|will|can|could) (?:i|you|we) (?:get|give|pay|offer)\b.{0,16}\bmy (?:old|used)\b/,
  /\bhow much is my (?:old|used)\b.{0,32}\bworth\b/,
);

/** "What do I get for my old kettle", 旧空调能抵多少钱: what the shop gives for used goods, not what its own cost. */
export const tradesIn = (normalised: string): boolean => TRADES_IN.test(normalised);
