import type { Language } from '../../stores/schema.ts';

const TEXTS = {
  zh: '店铺的订单系统现在没有回应，我暂时查不到您的订单，也没有做任何改动。请过几分钟再试；着急的话可以说“转人工”。',
  en: 'The shop’s order system isn’t answering right now, so I can’t see your orders, and nothing was changed. Please try again in a few minutes, or say “talk to a person” if it’s urgent.',
} satisfies Record<Language, string>;

/** Said when the shop's own system gives no usable answer. */
export const shopUnavailableText = (language: Language): string => TEXTS[language];
