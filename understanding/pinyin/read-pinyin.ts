import { syllablesOf } from './syllables.ts';
import { OTHER_WORDS, SHOP_WORDS } from './words.ts';

/** A message in the Latin letters of Chinese. */
export interface Pinyin {
  /** The same in characters; undefined where too little of it is known. */
  han: string | undefined;
}

/** English words that are made of syllables as well. */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    'a an ai age ban bang bandage banana bin can cage change chi china dance damage dan den die dong e fan fang gang ' +
    'gene gun guide hang he hen hi hong hue in juan lag lane lean long lounge lunge man manage mange me men menu min ' +
    'nun one pan pang panda pen pie pin ping range ran rang run sane sang she song sue sun sung tan tang tea tie tong ' +
    'tune wan wane wage wan we wen wing won wo ya yang you yuan zen'
  ).split(' '),
);

/** Syllables of a shop's words at most. */
const LONGEST_WORD = 4;
/** Of a message in characters so many of its syllables must be known. */
const KNOWN_SHARE = 0.75;
/** Fewer syllables may be a name, a town or a brand. */
const SURELY = 4;

/** In UTF-16 units; a message of that length is none that was typed for want of characters. */
const LONGEST = 400;
const TOKEN = /[\w-]+/g;
/** An order's, a parcel's, a phone's. */
const isNumber = (token: string): boolean => /\d{2}/.test(token);

/** Letters in lower case without tones: "nǐ hǎo", "ni3 hao3" and "NI HAO" are one. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/u\u0308/gi, 'v')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})[1-5](?!\d)/gu, '')
    .replace(/['’]/g, ' ');

/** Reads a message as pinyin; undefined: it is none, or may as well be English or a name. */
export function readPinyin(text: string): Pinyin | undefined {
  if (text.length > LONGEST) return undefined;
  const said = plain(text.replace(TOKEN, (token) => (isNumber(token) ? ' ' : token)));
  const words = said.match(/\p{L}+/gu) ?? [];
  const syllables = words.map(syllablesOf);
  if (words.length === 0 || syllables.includes(undefined)) return undefined;
  const own = words.filter((word) => !ENGLISH.has(word));
  if (own.length === 0) return undefined;
  const all = syllables.flatMap((one) => one ?? []);
  const { han, known, ofShop } = inCharacters(all);
  if (ofShop && known >= KNOWN_SHARE * all.length) return { han: withNumbers(text, han) };
  return all.length >= SURELY && own.length >= 2 ? { han: undefined } : undefined;
}

/** Numbers of orders and phones stand behind what is said. */
const withNumbers = (text: string, han: string): string => {
  const numbers = (text.match(TOKEN) ?? []).filter(isNumber);
  const asks = /[?？]\s*$/.test(text) ? '？' : '';
  return [han + asks, ...numbers].join(' ');
};

/** The characters of syllables, the longest words first; how many are known, and whether a word of a shop's is among them. */
function inCharacters(all: readonly string[]): { han: string; known: number; ofShop: boolean } {
  let han = '';
  let known = 0;
  let ofShop = false;
  for (let at = 0; at < all.length; ) {
    const { length, word, isOfShop } = wordAt(all, at);
    if (word !== undefined) known += length;
    ofShop ||= isOfShop;
    han += word ?? '';
    at += length;
  }
  return { han, known, ofShop };
}

/** The longest word that begins at a syllable, of a shop's before others; none is one syllable long. */
function wordAt(all: readonly string[], at: number): { length: number; word: string | undefined; isOfShop: boolean } {
  for (let length = Math.min(LONGEST_WORD, all.length - at); length > 0; length--) {
    const key = all.slice(at, at + length).join(' ');
    const ofShop = SHOP_WORDS.get(key);
    const word = ofShop ?? OTHER_WORDS.get(key);
    if (word !== undefined) return { length, word, isOfShop: ofShop !== undefined };
  }
  return { length: 1, word: undefined, isOfShop: false };
}
