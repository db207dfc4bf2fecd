import { fill } from '../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';

export const isShare = (value: number): boolean => value >= 0 && value <= 1;

/** "97.3%" for shares, else the number. */
export const written = (value: number): string => (isShare(value) ? `${(value * 100).toFixed(1)}%` : value.toFixed(2));

/** "+1.3", "−20.0"; null where nothing moved. Of shares in points of a hundred. */
export function writtenDelta(before: number, after: number): string | null {
  const points = (after - before) * (isShare(after) ? 100 : 1);
  return Math.abs(points) < 0.05 ? null : `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`;
}

/** Seconds as a run's length. */
export const writtenTime = (seconds: number, t: ConsoleDictionary): string =>
  seconds < 60
    ? fill(t.seconds, { n: seconds.toFixed(1) })
    : `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;
