import type { ConsoleDictionary } from '../i18n/dictionary.ts';

/** Why a conversation was handed over, in words; a reason of the shop's own stays as it is. */
export function reasonWords(t: ConsoleDictionary, reason: string): string {
  const words: Record<string, string> = {
    customer_request: t.reasonRequest,
    offer_accepted: t.reasonOffer,
    anger: t.reasonAnger,
    rule: t.reasonRule,
    failure: t.reasonFailure,
    loop: t.reasonLoop,
    safety: t.reasonSafety,
    approval: t.reasonApproval,
  };
  return words[reason] ?? reason;
}

/** The customer's mood in words; null for a neutral one, which needs no mention. */
export function moodWords(t: ConsoleDictionary, mood: string): string | null {
  if (mood === 'neutral' || mood === '') return null;
  return mood === 'angry' ? t.moodAngry : mood;
}
