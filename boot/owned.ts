import type { Logger } from '../config/logger.ts';

/** What this process has opened and must close again. */
export interface Owned {
  /** Closed after everything that was added later; given up after `limitMs`. */
  add(name: string, close: () => unknown, limitMs?: number): void;
  /** Closes everything, the last first; a second call waits for the first. */
  close(): Promise<void>;
}

const LIMIT_MS = 5_000;

const within = (work: Promise<unknown>, limitMs: number): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not closed within ${limitMs} ms`)), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
};

export function createOwned(logger: Logger): Owned {
  const open: Array<{ name: string; close: () => unknown; limitMs: number }> = [];
  let closing: Promise<void> | undefined;

  const closeAll = async () => {
    for (let entry = open.pop(); entry; entry = open.pop()) {
      const { name, close, limitMs } = entry;
      const began = performance.now();
      try {
        await within(
          Promise.resolve().then(() => close()),
          limitMs,
        );
        logger.debug({ name, ms: Math.round(performance.now() - began) }, 'closed');
      } catch (error) {
        logger.warn({ name, err: error }, 'could not be closed in order');
      }
    }
  };

  return {
    add: (name, close, limitMs = LIMIT_MS) => open.push({ name, close, limitMs }),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}
