import type { FaqBody } from '../../../api/types.ts';
import type { Locale } from '../../../i18n/dictionary.ts';

/** A text in the reader's language, else in the other. */
export const inWords = (text: FaqBody['question'], locale: Locale): string =>
  typeof text === 'string' ? text : (text[locale] ?? text.zh ?? text.en ?? '');

export const countVariants = ({ variants }: Pick<FaqBody, 'variants'>): number =>
  Array.isArray(variants) ? variants.length : (variants.zh?.length ?? 0) + (variants.en?.length ?? 0);

/** Languages that an FAQ can be read in. */
export function languagesOf({ question, locale }: Pick<FaqBody, 'question' | 'locale'>): Locale[] {
  if (typeof question === 'string') return locale ? [locale] : [];
  return (['zh', 'en'] as const).filter((language) => question[language]);
}
