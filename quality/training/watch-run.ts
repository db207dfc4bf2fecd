import { setTimeout as wait } from 'node:timers/promises';
import type { RunRows, RunView } from './run-rows.ts';

const LOOK_MS = 400;

/** The run now and after each change, until it has ended or the signal aborts. Any process may run it. */
export async function* watchRun(runs: Pick<RunRows, 'get'>, id: string, signal: AbortSignal): AsyncGenerator<RunView> {
  let shown = '';
  while (!signal.aborted) {
    const run = await runs.get(id);
    const text = JSON.stringify(run);
    if (text !== shown) yield run;
    shown = text;
    if (run.state !== 'running') return;
    await wait(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}
