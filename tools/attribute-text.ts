import { textOf } from '../stores/local-text.ts';
import type { Language } from '../stores/schema.ts';
import { labelOf } from './product-words.ts';

const FLAGS = { zh: { true: '是', false: '否' }, en: { true: 'yes', false: 'no' } };

/** A property's value in words: flags as yes or no, measures with their unit. */
export function attributeText(key: string, value: unknown, language: Language): string {
  const { unit } = labelOf(key, language);
  const text = typeof value === 'boolean' ? FLAGS[language][value ? 'true' : 'false'] : textOf(value, language);
  return unit && text ? `${text} ${unit}` : text;
}
