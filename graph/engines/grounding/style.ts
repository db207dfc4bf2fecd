import type { Language } from '../../../stores/schema.ts';

const MARKUP = /<\/?[a-z!][^>]*>?|!\[[^\]]*\]\(|\b(?:javascript|vbscript|data):\S/i;
const FOREIGN_SCRIPT = /[^\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/gu;
const NOT_PROSE = /\[\d{1,2}\]|https?:\/\/\S+|[\w.+-]+@[\w.-]+|[\w.,:#-]*\d[\w.,:#-]*/g;

/** Tags, images and script links: the reply is text, and whoever shows it must not have to clean it. */
export const hasMarkup = (sentence: string): boolean => MARKUP.test(sentence);

/** Whether a sentence is in the reply's language; names in the other one and signs of the sources are allowed. */
export function isInLanguage(sentence: string, language: Language, sources: string): boolean {
  for (const [sign] of sentence.matchAll(FOREIGN_SCRIPT)) if (!sources.includes(sign)) return false;
  const prose = sentence.replace(NOT_PROSE, ' ');
  const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = prose.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0;
  if (han + words === 0) return true;
  return language === 'zh' ? han >= words && han > 0 : words > 0 && han <= words;
}

const WORDS_IN_A_ROW = 6;
const HAN_IN_A_ROW = 10;

function* shingles(text: string): Generator<string> {
  const words = text.toLowerCase().match(/\p{Script=Latin}[\p{Script=Latin}'’]*/gu) ?? [];
  for (let i = 0; i + WORDS_IN_A_ROW <= words.length; i++) yield words.slice(i, i + WORDS_IN_A_ROW).join(' ');
  for (const run of text.replace(/[\p{P}\s]+/gu, '').match(/\p{Script=Han}+/gu) ?? [])
    for (let i = 0; i + HAN_IN_A_ROW <= run.length; i++) yield run.slice(i, i + HAN_IN_A_ROW);
}

/** Tells whether a sentence repeats a stretch of the instructions that does not stand in the sources. */
export function createLeakCheck(instructions: string, sources: string): (sentence: string) => boolean {
  const secret = new Set(shingles(instructions));
  for (const open of shingles(sources)) secret.delete(open);
  return (sentence) => {
    for (const shingle of shingles(sentence)) if (secret.has(shingle)) return true;
    return false;
  };
}
