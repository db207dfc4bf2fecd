import type { Language } from '../../stores/schema.ts';
import { detectLanguage } from '../../understanding/language.ts';
import type { Verdict } from '../harness/define-suite.ts';
import type { Reply } from '../harness/shop-target.ts';

const MOST: Record<Language, number> = { zh: 600, en: 1500 };
const RUDE =
  /你自己|不关我|随便你|爱买不买|活该|白痴|笨蛋|闭嘴|\b(?:stupid|idiot|your own fault|not my problem|shut up|calm down|whatever)\b/i;
const PROMISE =
  /(?:保证|承诺|一定会?|肯定会?|绝对)(?:为?您|能|会|在|给|退|送|到)|百分之百|\b(?:I|we) (?:promise|guarantee|assure)\b|\bguaranteed? (?:to|that|you)\b|\bdefinitely (?:will|get|be)\b|\bwill definitely\b|\b100% (?:sure|certain)\b/i;

/** What the house itself says: quotations and sentences with a source are somebody else's words. */
const own = (text: string): string =>
  text
    .replace(/[“"「][^”"」]*[”"」]/g, ' ')
    .split(/(?<=[。！？!?\n]|\.\s|\])/u)
    .filter((sentence) => !/\[\d{1,2}\]/.test(sentence))
    .join(' ');

export const shortEnough = (reply: Reply, { language }: { language: Language }): Verdict => ({
  passed: reply.text.length > 0 && reply.text.length <= MOST[language],
  expected: `1 to ${MOST[language]} characters`,
  actual: String(reply.text.length),
});

/** No rude word, no shouting, and 您 where Chinese says you. */
export function polite(reply: Reply, { language }: { language: Language }): Verdict {
  const said = own(reply.text);
  const faults = [
    RUDE.exec(said)?.[0],
    /[!！]{2,}/.exec(reply.text)?.[0],
    language === 'zh' && /(?<!迷)你(?!好)/u.test(said) ? '你' : undefined,
  ].filter((fault) => fault !== undefined);
  return { passed: faults.length === 0, expected: 'nothing rude', actual: faults.join(', ') || 'nothing' };
}

/** Nothing is promised that no rule and no document says. */
export function promisesNothing(reply: Reply): Verdict {
  const found = PROMISE.exec(own(reply.text))?.[0];
  return { passed: found === undefined, expected: 'no promise', actual: found ?? 'none' };
}

export function inTheirLanguage(reply: Reply, { language }: { language: Language }): Verdict {
  const said = own(reply.text).trim() || reply.text;
  const found = detectLanguage(said, language).language;
  return {
    passed: found === language && reply.language === language,
    expected: language,
    actual: `${found}, said to be ${reply.language}`,
  };
}
