import { pick } from '../seeded.ts';

type Mutation = (bytes: Buffer, random: () => number) => Buffer;

const below = (random: () => number, limit: number) => Math.floor(random() * limit);

const flipBits: Mutation = (bytes, random) => {
  const out = Buffer.from(bytes);
  for (let n = pick(random, [1, 3, 10, 50, 200]); n > 0; n--) {
    const at = below(random, out.length);
    out[at] = (out[at] ?? 0) ^ (1 << below(random, 8));
  }
  return out;
};

const truncate: Mutation = (bytes, random) => bytes.subarray(0, 8 + below(random, bytes.length - 8));

const cutOut: Mutation = (bytes, random) => {
  const from = below(random, bytes.length);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + below(random, 2_000))]);
};

const repeatPart: Mutation = (bytes, random) => {
  const from = below(random, bytes.length);
  const to = from + 1 + below(random, 3_000);
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
};

const blank: Mutation = (bytes, random) => {
  const out = Buffer.from(bytes);
  const from = below(random, out.length);
  return out.fill(pick(random, [0, 32, 255]), from, Math.min(out.length, from + 1 + below(random, 4_000)));
};

/** Places of a pattern in the file, read as Latin-1 so that an index is an offset. */
const placesOf = (bytes: Buffer, pattern: RegExp) => [...bytes.toString('latin1').matchAll(pattern)];

function replaceAt(bytes: Buffer, match: RegExpExecArray | RegExpMatchArray, by: string): Buffer {
  const at = match.index ?? 0;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(by, 'latin1'), bytes.subarray(at + match[0].length)]);
}

const damageXref: Mutation = (bytes, random) => {
  const entries = placesOf(bytes, /\d{10} \d{5} [nf]/g);
  if (entries.length === 0) return flipBits(bytes, random);
  let out = bytes;
  for (let n = pick(random, [1, 5, 30]); n > 0; n--)
    out = replaceAt(out, pick(random, entries), `${String(below(random, bytes.length * 2)).padStart(10, '0')} 00000 n`);
  return out;
};

const changeNumber: Mutation = (bytes, random) => {
  const numbers = placesOf(bytes, /(?<= )\d{1,6}(?=[ \]>/\n])/g);
  if (numbers.length === 0) return flipBits(bytes, random);
  return replaceAt(
    bytes,
    pick(random, numbers),
    pick(random, ['0', '-1', '65536', '2147483647', '99999999999', '1e9']),
  );
};

const swapTokens: Mutation = (bytes, random) => {
  const tokens = placesOf(bytes, /\/[A-Z][A-Za-z0-9]{2,}|\bendobj\b|\bstream\b|\bendstream\b|\d+ 0 R/g);
  if (tokens.length < 2) return flipBits(bytes, random);
  return replaceAt(bytes, pick(random, tokens), pick(random, tokens)[0]);
};

const MUTATIONS: readonly Mutation[] = [
  flipBits,
  truncate,
  cutOut,
  repeatPart,
  blank,
  damageXref,
  changeNumber,
  swapTokens,
];

/** A file with one to three kinds of damage, the same for the same draws. */
export function mutate(bytes: Buffer, random: () => number): Buffer {
  let out = bytes;
  for (let n = pick(random, [1, 1, 2, 3]); n > 0; n--) if (out.length > 16) out = pick(random, MUTATIONS)(out, random);
  return out;
}
