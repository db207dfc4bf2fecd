import { toSimplified } from '../text/traditional.ts';

/** Emails, links, order numbers and amounts say little by their letters: each becomes one word of its class. */
const PLACEHOLDERS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ' emailtok '],
  [/https?:\/\/\S+|www\.\S+/g, ' urltok '],
  [/#?\b(?=[a-z-]*\d)(?:[a-z]{1,4}[-_]?)?\d[\d-]{3,}\d\b/g, ' idtok '],
  [/#\s?[a-z0-9-]{3,}/g, ' idtok '],
  [/[$€£¥]\s?\d[\d,.]*/g, ' moneytok '],
  [/\d[\d,.]*\s?(?:块钱|块|元|美元|美金|欧元|dollars?|bucks|euros?|pounds|usd|rmb|yuan|cny)/g, ' moneytok '],
  [/\d+(?:[.,]\d+)?/g, ' numtok '],
];

/** NFKC, lower case, traditional to simplified, straight quotes, single spaces: what slots and features both read. */
export function normaliseText(text: string): string {
  return toSimplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** As `normaliseText`, with ids, amounts and addresses replaced by the name of their class. */
export function maskValues(normalised: string): string {
  let out = normalised;
  for (const [pattern, name] of PLACEHOLDERS) out = out.replace(pattern, name);
  return out.replace(/\s+/g, ' ').trim();
}

const TOKEN = /\p{Script=Han}+|[\p{L}\p{M}]+(?:'[\p{L}]+)*|[^\s\p{L}\p{N}\p{P}]|[?!]/gu;

/** Runs of Han characters, words of other scripts, symbols and emoji, in order. */
export function splitTokens(masked: string): string[] {
  return masked.match(TOKEN) ?? [];
}

const HAN = /^\p{Script=Han}/u;

/** Whether a token of `splitTokens` is a run of Han characters. */
export function isHan(token: string): boolean {
  return HAN.test(token);
}
