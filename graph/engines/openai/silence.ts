import { UpstreamError } from './errors.ts';

/** How long a call may be silent, in milliseconds. */
export interface Patience {
  /** Until the first token. */
  firstMs: number;
  /** Between two. */
  betweenMs: number;
  /** For the whole call. */
  wholeMs: number;
}

/** Watches over a call's silence; whoever begins it calls {@link Silence.end}. */
export interface Silence {
  /** Aborted, with an {@link UpstreamError} of a timeout, when patience is at its end. */
  readonly signal: AbortSignal;
  /** Milliseconds since the call began. */
  ms(): number;
  /** When the first token came; null: none did. */
  readonly firstTokenMs: number | null;
  /** A token came. */
  broken(): void;
  end(): void;
  /** Ends the call itself. */
  abort(): void;
}

export function watchSilence({ firstMs, betweenMs, wholeMs }: Patience): Silence {
  const started = performance.now();
  const silence = new AbortController();
  const expire = () => silence.abort(new UpstreamError('timeout'));
  const atMost = setTimeout(expire, wholeMs);
  let idle = setTimeout(expire, firstMs);
  let firstTokenMs: number | null = null;
  const ms = () => performance.now() - started;
  return {
    signal: silence.signal,
    ms,
    get firstTokenMs() {
      return firstTokenMs;
    },
    broken() {
      firstTokenMs ??= ms();
      clearTimeout(idle);
      idle = setTimeout(expire, betweenMs);
    },
    end() {
      clearTimeout(atMost);
      clearTimeout(idle);
    },
    abort: () => silence.abort(),
  };
}
