import { textOf } from '../../stores/local-text.ts';
import type { Language } from '../../stores/schema.ts';
import { flagOf } from './flag-value.ts';
import { labelOf } from './product-words.ts';

const FLAGS = { zh: { true: '是', false: '否' }, en: { true: 'yes', false: 'no' } };

const isForeign = (text: string, language: Language): boolean => /\p{Script=Han}/u.test(text) !== (language === 'zh');

/** A property's value in words: flags as yes or no, measures with their unit. */
export function attributeText(key: string, value: unknown, language: Language): string {
  const { unit } = labelOf(key, language);
  const said = textOf(value, language);
  const flag = flagOf(value);
  // 有 and 支持 stay as the shop says them; a "yes" in a Chinese answer does not.
  const foreign = typeof value !== 'object' && (typeof value === 'boolean' || isForeign(said, language));
  const text = flag !== undefined && foreign ? FLAGS[language][flag ? 'true' : 'false'] : said;
  return unit && text ? `${text} ${unit}` : text;
}
