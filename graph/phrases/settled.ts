import type { Language } from '../../stores/schema.ts';
import type { Settled } from '../../tools/settling/settled.ts';
import { orderPhrases } from './orders.ts';
import { phrasesIn } from './phrases.ts';

/** What the customer is told of a change that was settled. */
export function settledText(settled: Settled, language: Language): string {
  const phrases = phrasesIn(language);
  switch (settled.outcome) {
    case 'done':
      return settled.text;
    case 'rejected':
      return phrases.rejected;
    case 'refused':
      return phrases.refused(settled.rule);
    case 'awaiting_approval':
      return orderPhrases(language).awaitingApproval(settled.orderId ?? '');
    case 'unavailable':
      if (settled.inDoubt) return orderPhrases(language).inDoubt;
      return settled.refused ? orderPhrases(language).shopRefused : orderPhrases(language).unavailable;
    case 'in_doubt':
      return orderPhrases(language).noInDoubt;
    case 'expired':
    case 'missing':
      return phrases.expired;
  }
}
