import type { Language, LocalText } from '../../stores/schema.ts';
import { guessLanguage } from '../text/guess-language.ts';

/** The languages in which a text exists; a plain string has `locale`, or the one that its letters tell. */
export function languagesOf(text: LocalText, locale?: Language | null): Language[] {
  if (typeof text === 'string') return [locale ?? guessLanguage(text)];
  return (['zh', 'en'] as const).filter((language) => (text[language] ?? '').trim() !== '');
}
