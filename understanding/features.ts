import type { ConceptFinder } from './concepts.ts';
import { isHan, maskValues, normaliseText, splitTokens } from './normalise.ts';

/** 2^20 buckets: with some 100,000 features in use one in ten shares its bucket, mostly with a rare one. */
export const FEATURE_BUCKETS = 1 << 20;

/** Parallel arrays: bucket and weight; the weights have length 1 as a vector. */
export interface FeatureVector {
  buckets: Uint32Array;
  weights: Float32Array;
}

const WEIGHT = { word: 1, pair: 0.8, chars: 0.35, han: 0.7, concept: 1.4, conceptPair: 0.8, whole: 1.2 };

/**
 * Hashed features of one utterance for both languages: words, word pairs and character 3–5-grams of English;
 * single characters, pairs and triples of Han; concepts of the lexicon and pairs of them; a short text as a whole.
 */
export function extractFeatures(text: string, concepts: ConceptFinder): FeatureVector {
  const tokens = splitTokens(maskValues(normaliseText(text)));
  const sum = new Map<number, number>();
  const add = (feature: string, weight: number): void => {
    const bucket = hash(feature);
    sum.set(bucket, Math.max(sum.get(bucket) ?? 0, weight));
  };
  let previous = '^';
  for (const token of tokens) {
    if (isHan(token)) addHan(token, add);
    else addWord(token, add);
    const unit = isHan(token) ? '汉' : token;
    add(`p:${previous} ${unit}`, WEIGHT.pair);
    previous = unit;
  }
  add(`p:${previous} $`, WEIGHT.pair);
  const found = concepts.find(tokens);
  for (let i = 0; i < found.length; i++) {
    add(`c:${found[i]}`, WEIGHT.concept);
    for (let j = i + 1; j < found.length; j++) add(`cc:${[found[i], found[j]].sort().join('&')}`, WEIGHT.conceptPair);
  }
  const whole = tokens.filter((token) => token !== '?' && token !== '!').join(' ');
  if (whole.length <= 16) add(`t:${whole}`, WEIGHT.whole);
  return normalised(sum);
}

function addWord(token: string, add: (feature: string, weight: number) => void): void {
  add(`w:${token}`, WEIGHT.word);
  const padded = `<${token}>`;
  for (let n = 3; n <= 5; n++) {
    for (let i = 0; i + n <= padded.length; i++) add(`g:${padded.slice(i, i + n)}`, WEIGHT.chars);
  }
}

function addHan(run: string, add: (feature: string, weight: number) => void): void {
  const padded = `^${run}$`;
  for (let n = 1; n <= 3; n++) {
    for (let i = 0; i + n <= padded.length; i++)
      add(`h:${padded.slice(i, i + n)}`, n === 1 ? WEIGHT.han * 0.6 : WEIGHT.han);
  }
}

function normalised(sum: Map<number, number>): FeatureVector {
  const buckets = Uint32Array.from(sum.keys());
  const weights = Float32Array.from(sum.values());
  let square = 0;
  for (const weight of weights) square += weight * weight;
  const length = Math.sqrt(square) || 1;
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / length;
  return { buckets, weights };
}

/** FNV-1a over UTF-16 code units, folded to the bucket count. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  value ^= value >>> 15;
  return (value >>> 0) & (FEATURE_BUCKETS - 1);
}
