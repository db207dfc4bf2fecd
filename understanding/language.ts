import { countTraditional } from '../text/traditional.ts';
import { readPinyin } from './pinyin/read-pinyin.ts';
import type { Language, Script } from './types.ts';

export interface DetectedLanguage {
  language: Language;
  script: Script;
}

/** Latin words that Chinese customers drop into Chinese and that say nothing of the reply's language on their own. */
const LANGUAGE_FREE = new Set([
  'ok',
  'okay',
  'okk',
  'sku',
  'app',
  'vip',
  'usb',
  'wifi',
  'xl',
  'xxl',
  'pro',
  'max',
  'plus',
  'mini',
]);

const IDENTIFIER = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/\S+|(?<![a-z\d])#?(?:[a-z\d]+[-_/])*[a-z]*\d[\w/-]*/gi;

/**
 * The language to reply in. One Han character weighs as much as an English word; ids, links and digits weigh nothing;
 * a message with no evidence at all (digits, emoji, "ok") keeps the conversation's language.
 */
export function detectLanguage(text: string, fallback: Language): DetectedLanguage {
  const cleaned = text.normalize('NFKC').replace(IDENTIFIER, ' ');
  const han = cleaned.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = cleaned.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = (cleaned.match(/[a-z]+(?:'[a-z]+)?/gi) ?? []).filter((word) => !LANGUAGE_FREE.has(word.toLowerCase()));
  if (han + kana === 0 && words.length > 0 && readPinyin(text)) return { language: 'zh', script: 'hans' };
  const traditional = countTraditional(text);
  if (han === 0 && words.length === 0) return { language: fallback, script: scriptOf(fallback, 0) };
  // In a Chinese conversation what begins in Chinese is Chinese, whatever address or name follows.
  const goesOn = fallback === 'zh' && /^[^a-z]*\p{Script=Han}/iu.test(cleaned);
  const language = languageBy({ han, kana, words: words.length, goesOn });
  return { language, script: scriptOf(language, traditional) };
}

/** Two Han characters make a word, but English inside Chinese is mostly product names: Chinese wins ties and more. */
function languageBy(counts: { han: number; kana: number; words: number; goesOn: boolean }): Language {
  const { han, kana, words, goesOn } = counts;
  if (han + kana >= 2 * words || han >= 6) return 'zh';
  if (han === 0) return 'en';
  return !goesOn && words >= 3 && words > han ? 'en' : 'zh';
}

function scriptOf(language: Language, traditional: number): Script {
  if (language === 'en') return 'latn';
  return traditional > 0 ? 'hant' : 'hans';
}
