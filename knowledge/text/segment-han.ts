import { CHINESE_STOP_WORDS } from './stop-words.ts';

export interface HanPart {
  kind: 'term' | 'stop' | 'rest';
  text: string;
}

const LONGEST_STOP = 5;
const TERM_COST = 1;
/** A stop word of one character is more often part of an unknown word than one of two. */
const stopCost = (length: number) => (length === 1 ? 1.15 : 1);
/** Two unknown characters cost more than a known word, one unknown beside a stop character as much. */
const REST_COST = 1.2;

/**
 * Cuts a run of Han characters into known terms, stop words and unknown rests by the cheapest path;
 * neighbouring unknown characters come as one rest. Terms of one character are looked up in what rests.
 */
export function segmentHan(
  run: string,
  terms: ReadonlyMap<string, unknown>,
  longestTerm: ReadonlyMap<string, number>,
): HanPart[] {
  const size = run.length;
  const cost = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const back = new Uint16Array(size + 1);
  const kinds: Array<HanPart['kind']> = new Array(size + 1).fill('rest');
  cost[0] = 0;
  for (let i = 0; i < size; i++) {
    const base = cost[i] ?? 0;
    const reach = (length: number, kind: HanPart['kind'], price: number) => {
      if (base + price < (cost[i + length] ?? 0)) {
        cost[i + length] = base + price;
        back[i + length] = length;
        kinds[i + length] = kind;
      }
    };
    const longest = Math.max(longestTerm.get(run[i] ?? '') ?? 0, LONGEST_STOP);
    for (let length = Math.min(longest, size - i); length > 0; length--) {
      const text = run.slice(i, i + length);
      if (CHINESE_STOP_WORDS.has(text)) reach(length, 'stop', stopCost(length));
      else if (length > 1 && terms.has(text)) reach(length, 'term', TERM_COST);
    }
    reach(1, 'rest', REST_COST);
  }
  const parts: HanPart[] = [];
  for (let end = size; end > 0; end -= back[end] || 1) {
    const text = run.slice(end - (back[end] || 1), end);
    const kind = kinds[end] ?? 'rest';
    const next = parts.at(-1);
    if (kind === 'rest' && next?.kind === 'rest') next.text = text + next.text;
    else parts.push({ kind, text });
  }
  return parts.reverse();
}
