import { type ChineseWords, chineseWords } from './chinese-words.ts';
import type { Lexicon } from './lexicon.ts';
import { normalize } from './normalize.ts';
import { scan, type Token } from './scan.ts';
import { type HanPart, segmentHan } from './segment-han.ts';
import { stem } from './stem.ts';
import { CHINESE_STOP_WORDS } from './stop-words.ts';
import { createTermStream, joined, LONG_WORD, type TermSink } from './term-stream.ts';
import { createWordRelations, type RelatedWord } from './word-relations.ts';

export type { TermSink } from './term-stream.ts';

/**
 * One thing that a question asks about. A passage covers it by the words themselves (`terms`) or by any word
 * of the same concept, in whichever language (`concepts`).
 */
export interface QueryUnit {
  kind: 'word' | 'number' | 'model';
  text: string;
  terms: string[];
  concepts: string[];
  /** What a compound is made of ("return policy": return, policy); a passage that has no word for the whole may have those. */
  parts: QueryUnit[];
  /** Han pairs over the edges of a stretch that no word list knows (甘 in 甘地的): the cut may have split a word. */
  edges: string[];
  /** A number of the customer's own, which the shop's texts need not name: "a 60 yuan order", "after three days", "of 12 kg". */
  amount?: AmountKind;
}

export type AmountKind = 'money' | 'duration' | 'weight' | 'length' | 'volume' | 'age';

/** Turns texts into what is indexed and questions into what is looked for. */
export interface Analyzer {
  /** Index terms in reading order, with repetitions: words, Han bigrams and concepts (`#退款`). */
  terms(text: string): string[];
  /** Puts the same terms into a sink. */
  putTerms(text: string, sink: TermSink): void;
  units(question: string): QueryUnit[];
  /** What a concept is related to, the strongest first. */
  relatedTo(concept: string): readonly RelatedWord[];
}

const bigrams = (run: string): string[] =>
  run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));

/** Concepts of the longest phrase that starts at token `at`, and how many tokens it takes (0: none). */
function phraseAt(
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
): { concepts: readonly string[]; length: number } {
  const longest = lexicon.longestPhrase.get(tokens[at]?.term ?? '') ?? 0;
  for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
    const key =
      length === 1
        ? (tokens[at]?.term ?? '')
        : tokens
            .slice(at, at + length)
            .map((t) => t.term)
            .join(' ');
    const concepts = lexicon.phrases.get(key);
    if (concepts) return { concepts, length };
  }
  return { concepts: [], length: 0 };
}

const hanUnit = (lexicon: Lexicon, text: string): QueryUnit => ({
  kind: 'word',
  text,
  terms: bigrams(text),
  concepts: [...(lexicon.han.get(text) ?? [])],
  parts: [],
  edges: [],
});

/** The known words that a longer term is made of, whole: 退货运费 is 退货 and 运费; none where a rest would stay. */
function hanParts(lexicon: Lexicon, text: string): QueryUnit[] {
  for (let cut = text.length - 2; cut >= 2; cut--) {
    const left = text.slice(0, cut);
    const right = text.slice(cut);
    if (lexicon.han.has(left) && lexicon.han.has(right)) return [hanUnit(lexicon, left), hanUnit(lexicon, right)];
  }
  return [];
}

const MEASURE_CHARACTER = /^[年月天日周号点元块件个只张次倍岁斤克米寸度人位台套箱瓶包盒单]/;

/** What a number counts, by the word or the characters after it. */
const AMOUNTS: ReadonlyArray<[AmountKind, { word: RegExp; han: RegExp }]> = [
  [
    'money',
    {
      word: /^(?:yuan|rmb|cny|usd|eur|gbp|dollar|euro|pound|quid|buck)$/,
      han: /^(?:块|元|万元|人民币|美元|欧元|英镑)/,
    },
  ],
  [
    'duration',
    {
      word: /^(?:minut|min|hour|hr|h|dai|day|week|month|year)s?$/,
      han: /^(?:个?小时|个?工作日|个?星期|个月|[天日周年]|分钟)/,
    },
  ],
  ['weight', { word: /^(?:kg|kilo|kilogram|g|gram|lb|lbs)$/, han: /^(?:公斤|千克|斤|克(?!拉))/ }],
  ['length', { word: /^(?:mm|cm|centimetr|centimet|m|metr|meter|inch)$/, han: /^(?:厘米|公分|毫米|英?寸|米)/ }],
  ['volume', { word: /^(?:ml|l|litr|liter)$/, han: /^(?:毫升|升)/ }],
  ['age', { word: /^$/, han: /^周?岁/ }],
];
/** Written before its number: £40. */
const PRICED = /[¥$€£]\s?(\d[\d,]*(?:\.\d+)?)/g;
const OLD = /^(?:year|yr)s?$/;

/** 1998年 is a date: nobody waits so many years. */
const CALENDAR_YEAR = /^(?:1\d|20|21)\d\d$/;

function amountOf(token: Token, next: Token | undefined, afterNext: Token | undefined): QueryUnit['amount'] {
  if (token.kind !== 'number' || !next) return undefined;
  const side = next.kind === 'han' ? 'han' : 'word';
  if (side === 'han' && next.term.startsWith('年') && CALENDAR_YEAR.test(token.term)) return undefined;
  if (afterNext?.term === 'old' && OLD.test(next.term)) return 'age';
  return AMOUNTS.find(([, names]) => names[side].test(next.term))?.[0];
}

/** Numbers that a currency sign makes amounts, as tokens write them. */
const pricedIn = (normalised: string): Set<string> =>
  new Set(Array.from(normalised.matchAll(PRICED), ([, digits = '']) => scan(digits)[0]?.term ?? digits));

/** "Clause 4.2" asks for what has that number: texts seldom say what they call it. */
const NUMBERED_PLACE = new Set(['clause', 'section', 'article', 'paragraph', 'chapter'].map(stem));

/** What a measure word follows: this, which, how many, each. */
const BEFORE_MEASURE = /(?:[这那哪几每某各些]|多少|[一两三四五六七八九十])$/;
const MEASURE_WORD =
  /^[个条座项款种类名本部场支颗根把双对份层节堂栋间辆艘架门笔首篇册段届批群组股副枚片粒顿趟遍吨所位只张台套箱瓶包盒件]/;

/** 哪条河 asks for a 河: the measure word is none of an unknown word that follows. */
function withoutMeasureWord(part: HanPart, before: HanPart | undefined): HanPart {
  if (part.kind !== 'rest' || part.text.length < 2 || before?.kind !== 'stop') return part;
  if (!BEFORE_MEASURE.test(before.text) || !MEASURE_WORD.test(part.text)) return part;
  const text = part.text.slice(1);
  return { kind: CHINESE_STOP_WORDS.has(text) ? 'stop' : 'rest', text };
}

/** The measure word after a number is none of the unknown word that follows: 1 | 年 | 买. */
function withoutMeasure(cut: HanPart[], before: Token | undefined): HanPart[] {
  const [first, ...rest] = cut;
  if (before?.kind !== 'number' || first?.kind !== 'rest' || !MEASURE_CHARACTER.test(first.text)) return cut;
  const text = first.text.slice(1);
  return text === '' ? rest : [{ kind: CHINESE_STOP_WORDS.has(text) ? 'stop' : 'rest', text }, ...rest];
}

/** 红红的 says 红 twice; without 的 it is a name, as 娜娜 is. */
const saidOnce = (part: HanPart, next: HanPart | undefined): HanPart =>
  part.kind === 'rest' && next?.text.startsWith('的') && /^(.)\1$/u.test(part.text)
    ? { ...part, text: part.text.slice(1) }
    : part;

/** A stretch that the lexicon does not know, as the words of a dictionary. */
const inWords = (part: HanPart, words: ChineseWords): HanPart[] =>
  part.kind !== 'rest' || part.text.length < LONG_WORD
    ? [part]
    : words.cut(part.text).map((text) => ({ kind: CHINESE_STOP_WORDS.has(text) ? 'stop' : 'rest', text }));

const restTerms = (text: string): string[] => (text.length >= LONG_WORD ? [...bigrams(text), text] : bigrams(text));

const edgesOf = (text: string, before: HanPart | undefined, after: HanPart | undefined): string[] => [
  ...(before ? [(before.text.at(-1) ?? '') + (text[0] ?? '')] : []),
  ...(after ? [(text.at(-1) ?? '') + (after.text[0] ?? '')] : []),
];

const wordUnit = (lexicon: Lexicon, term: string): QueryUnit => ({
  kind: 'word',
  text: term,
  terms: [term],
  concepts: [...(lexicon.phrases.get(term) ?? [])],
  parts: [],
  edges: [],
});

/** `words` finds Chinese words that the lexicon does not know: they are searched for whole, beside their pairs. */
export function createAnalyzer(lexicon: Lexicon, words: ChineseWords | undefined = chineseWords): Analyzer {
  const putTerms = createTermStream(lexicon, words);
  const analyzer: Analyzer = {
    relatedTo: createWordRelations(lexicon, (text) => analyzer.units(text)),
    putTerms,
    terms(text) {
      const out: string[] = [];
      putTerms(text, {
        term: (term) => out.push(term.text),
        text: (term) => out.push(term),
        pair: (first, second) => out.push(String.fromCharCode(first, second)),
      });
      return out;
    },
    units(question) {
      const units: QueryUnit[] = [];
      const normalised = normalize(question);
      const tokens = scan(normalised);
      const priced = pricedIn(normalised);
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (!token) continue;
        if (token.kind === 'han') {
          const known = withoutMeasure(segmentHan(token.term, lexicon.han, lexicon.longestHan), tokens[i - 1]);
          const cut = words ? known.flatMap((part) => inWords(part, words)) : known;
          for (const [at, uncut] of cut.entries()) {
            const part = saidOnce(withoutMeasureWord(uncut, cut[at - 1]), cut[at + 1]);
            if (part.kind === 'stop') continue;
            units.push({
              ...hanUnit(lexicon, part.text),
              ...(words && part.kind === 'rest' && { terms: restTerms(part.text) }),
              parts: hanParts(lexicon, part.text),
              edges: part.kind === 'rest' ? edgesOf(part.text, cut[at - 1], cut[at + 1]) : [],
            });
          }
          continue;
        }
        // "换一次" asks for no number.
        if (token.term === '1' && tokens[i + 1]?.kind === 'han' && tokens[i + 1]?.term.startsWith('次')) continue;
        if (NUMBERED_PLACE.has(token.term) && tokens[i + 1]?.kind === 'number') continue;
        const model = joined(token, tokens[i + 1]);
        const phrase = phraseAt(lexicon, tokens, i);
        const length = Math.max(1, phrase.length);
        if (phrase.length <= 1 && token.stop) continue;
        const parts = tokens.slice(i, i + length).filter((part) => !part.stop || length === 1);
        units.push({
          kind: length > 1 || token.kind === 'word' ? 'word' : token.kind === 'number' ? 'number' : 'model',
          text: parts.map((part) => part.term).join(' '),
          terms: [...parts.map((part) => part.term), ...(model ? [model] : [])],
          concepts: [...phrase.concepts],
          parts: length > 1 ? parts.map((part) => wordUnit(lexicon, part.term)) : [],
          edges: [],
          ...(length === 1 && {
            amount: priced.has(token.term) ? 'money' : amountOf(token, tokens[i + 1], tokens[i + 2]),
          }),
        });
        i += length - 1;
      }
      return units;
    },
  };
  return analyzer;
}
