import { tooMany } from '../config/errors.ts';

interface Window {
  failures: number;
  endsAt: number;
}

/** Slows down guessing of passwords: counts what fails, and attempts under way as if they did. */
export interface LoginGuard {
  /** Runs an attempt whose undefined means refused; AppError too_many_requests after too many such. */
  attempt<T>(key: string, login: () => Promise<T | undefined>): Promise<T | undefined>;
}

/** `failures` a `windowMs` and key; at most `keys` keys are remembered, the oldest forgotten first. */
export function createLoginGuard({ failures = 10, windowMs = 60_000, keys = 10_000, now = Date.now } = {}): LoginGuard {
  const windows = new Map<string, Window>();

  function windowOf(key: string): Window {
    const known = windows.get(key);
    if (known && known.endsAt > now()) return known;
    windows.delete(key);
    const oldest = windows.size >= keys ? windows.keys().next().value : undefined;
    if (oldest !== undefined) windows.delete(oldest);
    const fresh = { failures: 0, endsAt: now() + windowMs };
    windows.set(key, fresh);
    return fresh;
  }

  return {
    async attempt(key, login) {
      const window = windowOf(key);
      if (window.failures >= failures) {
        throw tooMany('Too many failed sign-ins; try again later.', Math.ceil((window.endsAt - now()) / 1000));
      }
      window.failures += 1;
      const member = await login();
      if (member !== undefined) window.failures -= 1;
      return member;
    },
  };
}
