import type { Logger } from '../config/logger.ts';
import { lineageOf } from '../stores/embedded/running-process.ts';

/** Ctrl-C in a terminal reaches the process twice, once through npm: a second signal counts after this long. */
const SAME_SIGNAL_MS = 1_000;
const PARENT_CHECK_MS = 100;
const SHELLS = new Set(['sh', 'dash', 'bash', 'ash', 'busybox']);

/** Why the process should end; `code` is its exit code. */
export interface EndReason {
  code: number;
  why: string;
}

/** Who stands between this process and its end: the parent, and the parent's parent if npm put a shell in between. */
function starters(): string {
  const parent = lineageOf(process.ppid);
  return [process.ppid, parent && SHELLS.has(parent.name) ? parent.parent : ''].join(' ');
}

/**
 * Calls `end` once: on SIGTERM, SIGINT or SIGHUP, on an error that nobody caught, or when npm, which started the
 * process, is gone. A second signal exits at once.
 */
export function onEnd(options: { logger: Logger; startedByNpm: boolean; end: (reason: EndReason) => void }): void {
  const { logger } = options;
  let endedAt: number | undefined;
  const end = (reason: EndReason) => {
    if (endedAt !== undefined) return;
    endedAt = Date.now();
    clearInterval(parentWatch);
    options.end(reason);
  };

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (endedAt !== undefined && Date.now() - endedAt > SAME_SIGNAL_MS) process.exit(130);
      end({ code: 0, why: signal });
    });

  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'an error that nobody caught');
    end({ code: 1, why: 'uncaughtException' });
  });
  // A promise that nobody waited for has broken nothing that others hold: the service goes on.
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'a rejection that nobody handled'));

  const atStart = starters();
  const parentWatch = setInterval(() => {
    if (starters() !== atStart) end({ code: 1, why: 'npm is gone' });
  }, PARENT_CHECK_MS);
  parentWatch.unref();
  if (!options.startedByNpm) clearInterval(parentWatch);
}
