import { useEffect, useState } from 'react';
import { fill } from '../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';

const MINUTE = 60_000;

/** Milliseconds in the largest whole unit from minutes on. */
export function lasting(ms: number, t: ConsoleDictionary): string {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1) return t.now;
  if (minutes < 60) return fill(t.minutes, { n: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? fill(t.hours, { n: hours }) : fill(t.days, { n: Math.floor(hours / 24) });
}

/** How long ago. */
export const since = (iso: string, now: number, t: ConsoleDictionary): string => lasting(now - Date.parse(iso), t);

/** The time, renewed every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
