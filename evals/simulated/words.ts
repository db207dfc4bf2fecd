import type { Language } from '../../stores/schema.ts';
import { pick } from '../../testing/seeded.ts';

export const TEMPERAMENTS = ['patient', 'terse', 'angry', 'chatty', 'confused'] as const;
export type Temperament = (typeof TEMPERAMENTS)[number];
export const MISTAKES = ['none', 'typos', 'wrong number', 'change of mind', 'digression', 'two wishes'] as const;
export type Mistake = (typeof MISTAKES)[number];

type Random = () => number;

/** Messages that a customer writes before giving up. */
export const PATIENCE: Record<Temperament, number> = { patient: 10, terse: 7, angry: 7, chatty: 10, confused: 10 };

const AROUND: Record<Temperament, Record<Language, Array<[before: string, after: string]>>> = {
  patient: {
    zh: [
      ['您好，', '，麻烦了，谢谢'],
      ['你好，不好意思打扰一下，', '，不急，谢谢'],
    ],
    en: [
      ['Hi there, ', ' Thank you very much.'],
      ['Good evening. ', ' No hurry, thanks!'],
    ],
  },
  terse: { zh: [['', '']], en: [['', '']] },
  angry: {
    zh: [
      ['你们怎么回事，太差劲了！', '！！'],
      ['等了半天没人理，', '！！！快点'],
    ],
    en: [
      ['This is ridiculous. ', ' And be quick about it!!'],
      ['I am really annoyed with you people! ', '!!'],
    ],
  },
  chatty: {
    zh: [
      ['哈喽～今天下班路上还堵了好久，', '哈哈'],
      ['亲，上次在你家买东西我妈特别喜欢，这回想说', '～'],
    ],
    en: [
      ['Hello! What a day, the bus was late again. Anyway, ', ' :)'],
      ['Hey, my sister told me about your shop and she was right, lovely stuff. So, ', ' Cheers!'],
    ],
  },
  confused: { zh: [['那个，我不太会弄，', '']], en: [['Um, I am not sure how this works. ', '']] },
};

/** A wish in the words of a temperament. */
export function inTemper(text: string, temperament: Temperament, language: Language, random: Random): string {
  const [before, after] = pick(random, AROUND[temperament][language]);
  return `${before}${text}${after}`;
}

/** What people write for another word that sounds or looks the same. */
const MISWRITTEN: ReadonlyArray<readonly [string, string]> = [
  ['订单', '定单'],
  ['取消', '取削'],
  ['地址', '地扯'],
  ['发票', '发漂'],
  ['退货', '退或'],
  ['物流', '物留'],
  ['退款', '退宽'],
  ['推荐', '推存'],
  ['人工', '人功'],
  ['换成', '换城'],
];

/** One slip of the fingers in the words, none in what stands in `kept` (numbers, names, addresses). */
export function withTypo(text: string, language: Language, kept: readonly string[], random: Random): string {
  if (language === 'zh') {
    const slips = MISWRITTEN.filter(([right]) => text.includes(right) && !kept.some((one) => one.includes(right)));
    if (slips.length === 0) return text;
    const [right, wrong] = pick(random, slips);
    return text.replace(right, wrong);
  }
  const words = [...text.matchAll(/\b[a-z]{5,}\b/g)].filter(({ 0: word }) => !kept.some((one) => one.includes(word)));
  if (words.length === 0) return text;
  const { 0: word, index } = pick(random, words);
  const at = 1 + Math.floor(random() * (word.length - 3));
  const slipped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  return `${text.slice(0, index)}${slipped}${text.slice(index + word.length)}`;
}

/** A number with two digits misread. */
export function misread(id: string, random: Random): string {
  const digits = [...id.matchAll(/\d/g)].map(({ index }) => index).slice(-3);
  return digits.slice(0, 2).reduce((text, at) => {
    const digit = (Number(text[at]) + 1 + Math.floor(random() * 8)) % 10;
    return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
  }, id);
}

/** What comes in between or beside: a question that any shop is asked. */
export const DIGRESSIONS: Record<Language, string[]> = {
  zh: ['对了，你们支持货到付款吗？', '顺便问下，运费怎么算？', '哦对，你们客服几点上班？'],
  en: [
    'By the way, how much is shipping?',
    'Oh, which payment methods do you take?',
    'When is your support open, by the way?',
  ],
};
export const BESIDE: Record<Language, string[]> = {
  zh: ['，还有，你们的运费怎么算？', '，另外退货政策是怎样的？'],
  en: [' Also, how much is shipping?', ' And what is your return policy?'],
};
export const SAYINGS: Record<Language, Record<'yes' | 'no' | 'what' | 'mind' | 'corrected', string[]>> = {
  zh: {
    yes: ['好的，确认', '是的', '可以，就这样', '对的'],
    no: ['不是这个，不要', '不用了'],
    what: ['什么意思？', '没看懂，怎么弄？'],
    mind: ['算了，先不说那个了。', '哦不对，那个不用了。'],
    corrected: ['打错了，是', '不好意思看错了，应该是'],
  },
  en: {
    yes: ['Yes, please', 'yes', 'Go ahead', 'Correct, do it'],
    no: ['No, not that', 'no'],
    what: ['What do you mean?', "I don't understand"],
    mind: ['Actually, forget that. ', 'Never mind that. '],
    corrected: ['Sorry, I misread it, it is', 'My mistake, the number is'],
  },
};
