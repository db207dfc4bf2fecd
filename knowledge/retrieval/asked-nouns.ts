import { normalize } from '../text/normalize.ts';
import { scan } from '../text/scan.ts';
import type { AnswerType } from './answer-type.ts';

/** The noun is right before: 比分 of 比分是多少. */
const ASKING = /(?:都|分别)?[是为叫有](?:什么|多少|谁|哪|几)/g;
/** "Capital" of "what is the old capital of": with one word more at most before it. */
const OF_WHAT = /\bwhat(?:['’]s| is| was| are| were) the (?:[\p{L}-]+ )??(\p{L}+) of\b/giu;
/** Ask for a kind or a name wherever they stand. */
const KIND_WORDS = new Set('类型 种类 类别 名字 名称 type kind name'.split(' '));

/** Of fees, terms and the like the noun is what the page is about: 运费 of 运费是多少. */
const NAMED_ON_PAGES: ReadonlySet<AnswerType | undefined> = new Set([
  'money',
  'duration',
  'frequency',
  'share',
  'contact',
]);

/**
 * Whether a word of a question only names what is asked for. What answers "what is the capital of France" has France and
 * Paris in it, and seldom "capital".
 */
export function askedNouns(question: string, type: AnswerType | undefined): (word: string) => boolean {
  if (NAMED_ON_PAGES.has(type)) return () => false;
  const plain = normalize(question);
  const chinese = [...plain.matchAll(ASKING)].map(({ index }) => plain.slice(0, index));
  const english = new Set<string>();
  for (const [, noun = ''] of plain.matchAll(OF_WHAT)) for (const { term } of scan(noun)) english.add(term);
  return (word) => KIND_WORDS.has(word) || english.has(word) || chinese.some((before) => before.endsWith(word));
}
