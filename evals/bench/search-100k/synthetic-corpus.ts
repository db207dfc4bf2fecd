import { createHash } from 'node:crypto';
import { loadTradeLexicon } from '../../../knowledge/text/lexicon.ts';
import type { Language } from '../../../stores/schema.ts';
import { seeded } from '../../../testing/seeded.ts';

/** A made-up chunk as it stands in the chunks table. */
export interface SyntheticChunk {
  id: string;
  sourceId: string;
  ordinal: number;
  page: number;
  title: string;
  heading: string;
  text: string;
  language: Language;
  hash: string;
}

export interface SyntheticCorpus {
  /** The same for the same number, whatever was asked before. */
  chunk(number: number): SyntheticChunk;
  /** A question about that chunk; every tenth has a word that stands nowhere, every eleventh only frequent ones. */
  question(number: number, about: number): { query: string; language: Language };
}

const CHUNKS_A_DOCUMENT = 40;
const ENGLISH_LETTERS = 900;
const CHINESE_LETTERS = 350;
const ENGLISH_GLUE = 'the of and to a in for is on that with by are be or from at this it an as can if not your'.split(
  ' ',
);
const CHINESE_GLUE = '的 了 在 是 和 与 请 可 为 不 将 对 由 如 并 后 前 中 内 按'.split(' ');

/** A rank with a chance of 1/rank (Zipf's law with exponent 1), 0 to size - 1. */
const zipf = (roll: () => number, size: number): number => Math.min(size - 1, Math.floor(size ** roll()) - 1);
const pick = (roll: () => number, words: readonly string[]): string => words[Math.floor(roll() * words.length)] ?? '';
const pickZipf = (roll: () => number, words: readonly string[]): string => words[zipf(roll, words.length)] ?? '';

function englishWords(size: number): string[] {
  const roll = seeded(11);
  const onset = 'b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sh sl sp st th tr'.split(' ');
  const nucleus = 'a e i o u ai ea ee io oa ou'.split(' ');
  const coda = ['', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'ck', 'st'];
  const ending = ['', '', '', 's', 'ed', 'ing', 'er', 'tion', 'able', 'ness', 'ly'];
  const words = new Set<string>();
  while (words.size < size) {
    const syllables = 1 + Math.floor(roll() * 2.6);
    let word = '';
    for (let i = 0; i < syllables; i++) word += pick(roll, onset) + pick(roll, nucleus) + pick(roll, coda);
    words.add(word + pick(roll, ending));
  }
  return [...words];
}

function chineseWords(size: number): string[] {
  const roll = seeded(12);
  const words = new Set<string>();
  const character = () => String.fromCharCode(0x4e00 + zipf(roll, 3_000) * 6);
  while (words.size < size) {
    const length = roll() < 0.75 ? 2 : 3;
    words.add(Array.from({ length }, character).join(''));
  }
  return [...words];
}

/** Texts of a trade that doesn't exist: invented words by Zipf's law, between words of the trade's lexicon, numbers and models. */
export function createSyntheticCorpus(): SyntheticCorpus {
  const trade = loadTradeLexicon();
  const terms = { en: trade.flatMap((concept) => concept.en), zh: trade.flatMap((concept) => concept.zh) };
  const words = { en: englishWords(40_000), zh: chineseWords(25_000) };

  const word = (roll: () => number, language: Language): string => {
    const kind = roll();
    if (kind < 0.02) return String(Math.floor(roll() * 400));
    if (kind < 0.028) return `${pick(roll, ['AF', 'KX', 'P', 'TS'])}-${Math.floor(roll() * 900)}`;
    if (kind < 0.12) return pickZipf(roll, terms[language]);
    if (kind < 0.42) return pick(roll, language === 'en' ? ENGLISH_GLUE : CHINESE_GLUE);
    return pickZipf(roll, words[language]);
  };
  const phrase = (roll: () => number, language: Language, length: number) =>
    Array.from({ length }, () => word(roll, language)).join(language === 'en' ? ' ' : '');
  const text = (roll: () => number, language: Language): string => {
    const wanted = language === 'en' ? ENGLISH_LETTERS : CHINESE_LETTERS;
    let out = '';
    while (out.length < wanted) {
      const sentence = phrase(roll, language, 6 + Math.floor(roll() * 14));
      const ended = language === 'en' ? `${sentence[0]?.toUpperCase()}${sentence.slice(1)}. ` : `${sentence}。`;
      out += roll() < 0.1 ? `\n${ended}` : ended;
    }
    return out.trim();
  };

  const chunk = (number: number): SyntheticChunk => {
    const document = Math.floor(number / CHUNKS_A_DOCUMENT);
    const language = document % 2 === 0 ? 'zh' : 'en';
    const ordinal = number % CHUNKS_A_DOCUMENT;
    const roll = seeded(number * 2_654_435_761);
    const body = text(roll, language);
    const sourceId = createHash('sha256').update(`document ${document}`).digest('hex').slice(0, 32);
    return {
      id: `${sourceId}-v1-${String(ordinal).padStart(5, '0')}`,
      sourceId,
      ordinal,
      page: 1 + Math.floor(ordinal / 3),
      title: phrase(seeded(document + 7), language, 4),
      heading: phrase(seeded(document * 100 + Math.floor(ordinal / 5)), language, 3),
      text: body,
      language,
      hash: createHash('sha256').update(body).digest('hex').slice(0, 32),
    };
  };

  const asks = {
    en: ['How do I', 'What is the', 'Can you tell me about the', 'Is there a', 'When will the'],
    zh: ['请问', '怎么', '我想知道', '能不能', '为什么'],
  };
  const question = (number: number, about: number) => {
    const { text: body, language } = chunk(about);
    const roll = seeded(number + 99);
    const parts = [pick(roll, asks[language])];
    if (number % 11 === 0) {
      for (let i = 0; i < 3; i++) parts.push(words[language][i] ?? '', terms[language][i] ?? '');
    } else {
      const sentences = body.split(language === 'en' ? '. ' : '。');
      const sentence = pick(roll, sentences);
      parts.push(
        language === 'en' ? sentence.split(' ').slice(0, 7).join(' ') : sentence.slice(0, 12),
        pickZipf(roll, terms[language]),
      );
    }
    if (number % 10 === 0) parts.push(language === 'en' ? 'quxvelation' : '犇骉');
    return { query: `${parts.join(language === 'en' ? ' ' : '')}？`, language };
  };
  return { chunk, question };
}
