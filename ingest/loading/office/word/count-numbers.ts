import { formatNumber } from '../../number-format.ts';
import type { NumberedLevel, NumberedList, Numbering, NumberOf } from './numbering.ts';

/** A paragraph's number as a reader sees it. */
export interface SeenNumber {
  /** "4.2", "(a)", "第三条"; empty where the level shows nothing. */
  own: string;
  /** What stands above and is not repeated in `own`: "4." of a paragraph "(a)". */
  above: string;
}

const PLACE = /%([1-9])/g;

/** Numbers paragraphs in the order of the text; undefined for bullets and for what has no number. */
export function countNumbers({ lists }: Numbering): (number: NumberOf) => SeenNumber | undefined {
  /** By list that counts: the last number of each level, undefined where it begins anew. */
  const counts = new Map<string, Array<number | undefined>>();
  const begun = new Set<string>();
  /** First numbers that lists set for those that count on behind them. */
  const starts = new Map<string, Map<number, number>>();

  const begin = (id: string, list: NumberedList): Array<number | undefined> => {
    const count = counts.get(list.counted) ?? [];
    counts.set(list.counted, count);
    if (begun.has(id)) return count;
    begun.add(id);
    starts.set(list.counted, new Map([...(starts.get(list.counted) ?? []), ...list.starts]));
    for (const level of list.starts.keys()) count[level] = undefined;
    return count;
  };

  return ({ list: id, level: at }) => {
    const list = lists.get(id);
    const level = list?.levels[at];
    if (!list || !level || level.format === 'bullet') return undefined;
    const count = begin(id, list);
    const first = (of: number) => starts.get(list.counted)?.get(of) ?? list.levels[of]?.start ?? 1;
    const last = count[at];
    count[at] = last === undefined ? first(at) : last + 1;
    list.levels.forEach((deeper, of) => {
      if (of > at && at < deeper.restart) count[of] = undefined;
    });
    const write = (one: NumberedLevel) =>
      one.text.replace(PLACE, (_, place: string) => {
        const of = Number(place) - 1;
        const format = one.legal ? 'decimal' : (list.levels[of]?.format ?? 'decimal');
        return formatNumber(format, count[of] ?? first(of));
      });
    return { own: write(level).trim(), above: writtenAbove(list.levels, at, count, write) };
  };
}

/** The number of the level above with those above it, as far as the one below does not repeat them. */
function writtenAbove(
  levels: NumberedLevel[],
  at: number,
  count: Array<number | undefined>,
  write: (level: NumberedLevel) => string,
): string {
  const level = levels[at - 1];
  const repeats = [...(levels[at]?.text ?? '').matchAll(PLACE)].some(([, place]) => Number(place) <= at);
  if (!level || repeats || level.format === 'bullet' || count[at - 1] === undefined) return '';
  return writtenAbove(levels, at - 1, count, write) + write(level).trim();
}
