import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Program } from '../../../testing/programs/program.ts';

/** Long enough for a collection that began with the signal; the metrics are answered after it. */
const COLLECT_MS = 2_000;

/** `NODE_OPTIONS` of a program whose memory is read by {@link memoryOf}. */
export const COLLECTABLE = `--import=${pathToFileURL(join(import.meta.dirname, 'collect-on-signal.ts')).href}`;

/**
 * In MB: `used` by objects and buffers that are still needed; `resident` in all; `settled` is resident without the pages
 * that V8 holds free, which come and go by its own pace and are given to the next objects.
 */
export interface Memory {
  used: number;
  resident: number;
  settled: number;
}

/** Memory of the program's process right after a full collection. */
export async function memoryOf({ url, signal }: Program): Promise<Memory> {
  signal('SIGUSR2');
  await wait(COLLECT_MS);
  const text = await (await fetch(`${url}/metrics`)).text();
  const bytes = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);
  const used = bytes('nodejs_heap_size_used_bytes');
  const resident = bytes('process_resident_memory_bytes');
  return {
    used: (used + bytes('nodejs_external_memory_bytes')) / 1e6,
    resident: resident / 1e6,
    settled: (resident - bytes('nodejs_heap_size_total_bytes') + used) / 1e6,
  };
}
