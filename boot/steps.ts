import type { Logger } from '../config/logger.ts';

/** Runs a step of the start; its time is logged at debug. Throws when the process is already ending. */
export type Step = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export const createStep =
  (logger: Logger, ending: AbortSignal): Step =>
  async (name, work) => {
    ending.throwIfAborted();
    const began = performance.now();
    const result = await work();
    logger.debug({ step: name, ms: Math.round(performance.now() - began) }, 'started');
    return result;
  };
