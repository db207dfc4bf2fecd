import { monitorEventLoopDelay } from 'node:perf_hooks';

const STEP_MS = 1;

/** How long the event loop was held up while something ran, in milliseconds. */
export interface LoopDelay {
  p50: number;
  p99: number;
  max: number;
}

/** Begins to watch; the function it returns ends that and tells. A timer's own step of 1 ms is taken off. */
export function watchLoop(): () => LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: STEP_MS });
  histogram.enable();
  const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - STEP_MS);
  return () => {
    histogram.disable();
    return { p50: ms(histogram.percentile(50)), p99: ms(histogram.percentile(99)), max: ms(histogram.max) };
  };
}
