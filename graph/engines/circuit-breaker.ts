/** Leave to make one call. Exactly one of the three is called; later ones do nothing. */
export interface Permit {
  succeeded(): void;
  failed(): void;
  /** The caller went away: says nothing about the upstream. */
  cancelled(): void;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

/** Keeps calls from an upstream that fails: one for each upstream and process, shared by all turns. */
export interface CircuitBreaker {
  /** Undefined: don't call now. */
  enter(): Permit | undefined;
  state(): BreakerState;
}

export interface CircuitBreakerOptions {
  /** So many failures within the window open it. Default 5. */
  failures?: number;
  windowMs?: number;
  /** Open for so long, then one call tries. Default 15 s. */
  coolDownMs?: number;
  /** Milliseconds, never going back. */
  now?: () => number;
  onChange?: (state: BreakerState) => void;
}

/** Closed → open after failures → half-open with one trial call → closed, or open again. */
export function createCircuitBreaker(options: CircuitBreakerOptions = {}): CircuitBreaker {
  const { failures = 5, windowMs = 30_000, coolDownMs = 15_000, now = () => performance.now(), onChange } = options;
  let current: BreakerState = 'closed';
  let failedAt: number[] = [];
  let openedAt = 0;
  let trial: Permit | undefined;

  function change(next: BreakerState): void {
    if (next === current) return;
    current = next;
    onChange?.(next);
  }

  function open(): void {
    openedAt = now();
    failedAt = [];
    change('open');
  }

  function createPermit(): Permit {
    let settled = false;
    const once = (settle: () => void) => () => {
      if (settled) return;
      settled = true;
      const wasTrial = trial === permit;
      if (wasTrial) trial = undefined;
      // A call from before it opened has no say in whether it closes.
      if (wasTrial || current === 'closed') settle();
    };
    const permit: Permit = {
      succeeded: once(() => change('closed')),
      failed: once(() => {
        if (current === 'half-open') return open();
        failedAt = [...failedAt.filter((at) => at > now() - windowMs), now()];
        if (failedAt.length >= failures) open();
      }),
      cancelled: once(() => undefined),
    };
    return permit;
  }

  return {
    enter() {
      if (current === 'open' && now() - openedAt >= coolDownMs) change('half-open');
      if (current === 'open' || trial) return undefined;
      const permit = createPermit();
      if (current === 'half-open') trial = permit;
      return permit;
    },
    state: () => current,
  };
}
