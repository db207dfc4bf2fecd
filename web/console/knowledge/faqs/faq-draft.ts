import type { FaqBody, FaqInputBody } from '../../../api/types.ts';
import type { Locale } from '../../../i18n/dictionary.ts';

/** An FAQ as the form edits it: every text in both languages. */
export type FaqDraft = Record<Locale, { question: string; answer: string; variants: string[] }>;

const HAN = /\p{Script=Han}/u;
const languageOf = (text: string): Locale => (HAN.test(text) ? 'zh' : 'en');

export const emptyDraft = (): FaqDraft => ({
  zh: { question: '', answer: '', variants: [] },
  en: { question: '', answer: '', variants: [] },
});

/** A stored FAQ, its plain texts put under their language. */
export function readDraft(faq: FaqBody): FaqDraft {
  const inLanguages = (text: FaqBody['question']) =>
    typeof text === 'string' ? { [faq.locale ?? languageOf(text)]: text } : text;
  const variants = (locale: Locale) =>
    Array.isArray(faq.variants)
      ? faq.variants.filter((text) => languageOf(text) === locale)
      : (faq.variants[locale] ?? []);
  const side = (locale: Locale) => ({
    question: inLanguages(faq.question)[locale] ?? '',
    answer: inLanguages(faq.answer)[locale] ?? '',
    variants: variants(locale),
  });
  return { zh: side('zh'), en: side('en') };
}

/** What is sent; null while no language has both a question and an answer, or one has only half. */
export function writeDraft(draft: FaqDraft): FaqInputBody | null {
  const locales = (['zh', 'en'] as const).filter(
    (locale) => draft[locale].question.trim() || draft[locale].answer.trim(),
  );
  const whole = locales.every((locale) => draft[locale].question.trim() && draft[locale].answer.trim());
  if (locales.length === 0 || !whole) return null;
  const each = <T>(read: (locale: Locale) => T) => Object.fromEntries(locales.map((locale) => [locale, read(locale)]));
  return {
    question: each((locale) => draft[locale].question.trim()),
    answer: each((locale) => draft[locale].answer.trim()),
    variants: Object.fromEntries((['zh', 'en'] as const).map((locale) => [locale, draft[locale].variants])),
  };
}
