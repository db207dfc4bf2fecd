import type { Language, LocalText } from './schema.ts';

/** The text in a language, else in the other one; '' when there is none. */
export function localText(text: LocalText | null | undefined, language: Language): string {
  if (text === null || text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[language] ?? text[language === 'zh' ? 'en' : 'zh'] ?? '';
}

/** Every wording of a text, without doubles. */
export function allTexts(text: LocalText | null | undefined): string[] {
  if (text === null || text === undefined) return [];
  const texts = typeof text === 'string' ? [text] : [text.zh, text.en];
  return [...new Set(texts.filter((t): t is string => t !== undefined && t !== ''))];
}

/** Reads what a shop's file held: a string, {zh, en}, or a number or flag to be shown as it is. */
export function textOf(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && !Array.isArray(value)) {
    const { zh, en } = value as { zh?: unknown; en?: unknown };
    if (zh !== undefined || en !== undefined) return String((language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? '');
    return Object.values(value)
      .map((part) => textOf(part, language))
      .filter(Boolean)
      .join(' ');
  }
  if (Array.isArray(value)) return value.map((part) => textOf(part, language)).join(', ');
  return String(value);
}
