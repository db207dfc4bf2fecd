import { normalize } from '../text/normalize.ts';
import type { Passage } from '../types.ts';

export interface Copy {
  a: Passage;
  b: Passage;
  /** Jaccard coefficient of their shingles. */
  similarity: number;
}

const HAN_SHINGLE = 5;
const WORD_SHINGLE = 3;
const BINS = 64;
const ROWS = 4;
/** Shorter texts are alike by chance. */
const LEAST_SHINGLES = 12;
const COPY = 0.8;
/** Passages that share a band; more of them are a form letter. */
const CROWD = 50;
const MOST_FOUND = 1_000;

/** FNV-1a with a final mix, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

/** What a text is compared by: runs of five characters in Chinese, of three words in English. */
function shinglesOf({ title, text, kind, language }: Passage): Set<number> {
  const plain = normalize(kind === 'faq' ? `${title} ${text}` : text);
  const pieces =
    language === 'zh' ? [...plain.replace(/[^\p{L}\p{N}]+/gu, '')] : (plain.match(/[\p{L}\p{N}]+/gu) ?? []);
  const size = language === 'zh' ? HAN_SHINGLE : WORD_SHINGLE;
  const out = new Set<number>();
  for (let i = 0; i + size <= pieces.length; i++) out.add(hash(pieces.slice(i, i + size).join(' ')));
  return out;
}

/** A signature by one permutation (Li, Owen and Zhang, 2012): the least hash of each bin; empty bins borrow from the next. */
function signatureOf(shingles: ReadonlySet<number>): Uint32Array {
  const bins = new Uint32Array(BINS).fill(0xffffffff);
  for (const one of shingles) {
    const bin = one % BINS;
    const rest = Math.floor(one / BINS);
    if (rest < (bins[bin] ?? 0)) bins[bin] = rest;
  }
  const filled = bins.slice();
  for (let i = 0; i < BINS; i++)
    for (let step = 1; bins[i] !== undefined && filled[i] === 0xffffffff && step < BINS; step++) {
      const lent = bins[(i + step) % BINS] ?? 0xffffffff;
      if (lent !== 0xffffffff) filled[i] = (lent + Math.imul(step, 0x9e3779b1)) >>> 0;
    }
  return filled;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** Collects passages one by one, and then finds those that are nearly the same (Broder, 1997, by bands). */
export function createCopyFinder() {
  const passages: Array<Pick<Passage, 'id'>> = [];
  const signatures: Uint32Array[] = [];
  return {
    add(passage: Passage): void {
      const shingles = shinglesOf(passage);
      if (shingles.size < LEAST_SHINGLES) return;
      passages.push({ id: passage.id });
      signatures.push(signatureOf(shingles));
    },
    /** Pairs of ids that may be copies, a band at a time so that only one band's buckets are in memory. */
    *candidates(): Generator<void, Array<[string, string]>> {
      const pairs = new Map<string, [string, string]>();
      for (let band = 0; band < BINS / ROWS; band++) {
        const buckets = new Map<string, number[]>();
        for (const [i, signature] of signatures.entries()) {
          const key = signature.subarray(band * ROWS, (band + 1) * ROWS).join();
          const there = buckets.get(key);
          if (there) there.push(i);
          else buckets.set(key, [i]);
          if (i % 500 === 499) yield;
        }
        for (const members of buckets.values()) {
          if (members.length < 2 || members.length > CROWD) continue;
          for (const [n, i] of members.entries())
            for (const j of members.slice(n + 1)) {
              const [x, y] = [passages[i]?.id ?? '', passages[j]?.id ?? ''];
              if (pairs.size < MOST_FOUND * 10) pairs.set(`${x} ${y}`, [x, y]);
            }
          yield;
        }
      }
      return [...pairs.values()];
    },
  };
}

/** The pair as a finding, when the whole texts are as alike as their signatures say, and stand in two sources. */
export function copyOf(a: Passage, b: Passage): Copy | undefined {
  if (a.language !== b.language || a.audience !== b.audience) return undefined;
  if (a.kind === b.kind && a.documentId === b.documentId) return undefined;
  const similarity = jaccard(shinglesOf(a), shinglesOf(b));
  return similarity >= COPY ? { a, b, similarity } : undefined;
}
