/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from './surroundings.ts';

const SECOND_MS = 1_000;
const MINUTE = 60;
/** Below these many seconds a screen reader is told, once each. */
const TOLD = [MINUTE, 5 * MINUTE];

/** Whole seconds until an instant of this browser's clock (ms), counted down to 0. */
export function useSecondsLeft(endsAt: number | null): number {
  const [, setNow] = useState(0);
  useEffect(() => {
    if (endsAt === null) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [endsAt]);
  return endsAt === null ? 0 : Math.max(0, Math.ceil((endsAt - Date.now()) / SECOND_MS));
}

/** What is said aloud of the time that is left: nothing until it gets short. */
export function useTimeWarning(seconds: number): string {
  const { t, format } = useSurroundings();
  const limit = TOLD.find((at) => seconds <= at);
  return limit === undefined || seconds === 0 ? '' : fill(t.confirmSoon, { time: format.minutes(limit / MINUTE) });
}

/** The time that is left, second by second; whole minutes for whoever asked for less motion. */
export function Countdown({ seconds }: { seconds: number }) {
  const { t, format } = useSurroundings();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const minutes = Math.floor(seconds / MINUTE);
  const time = calm
    ? format.minutes(Math.ceil(seconds / MINUTE))
    : `${minutes}:${String(seconds % MINUTE).padStart(2, '0')}`;
  return (
    <span class={seconds <= MINUTE ? 'countdown short' : 'countdown'} role="timer">
      {fill(t.confirmLeft, { time })}
    </span>
  );
}
