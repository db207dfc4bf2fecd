import type { Logger } from '../../../config/logger.ts';
import type { Embedder } from './embedder.ts';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;
/** A configured model that was out of reach for so long is stood in for by the built-in embedder. */
const PATIENCE_MS = 30_000;
/** Longest wait of a start for the configured model. */
const START_MS = 3_000;

/** The embedding models that this process can use. */
export interface EmbeddingModels {
  local: Embedder;
  /**
   * Whose vectors there should be: the configured model's, or the built-in's when that one is out of reach. Undefined
   * for the first half minute without it: what is there stays.
   */
  wanted(): Embedder | undefined;
  /** The configured model, and whether it has answered since the start; undefined: none is configured. */
  configured(): { model: string; answers: boolean } | undefined;
  /** The maker of vectors that are there already, if it can be reached. */
  find(model: string): Embedder | undefined;
  close(): void;
}

/**
 * `local` needs nothing. `named` is the configured model, `open` reaches a model by its name or throws: it is tried
 * again with growing pauses, and taken up without a restart. Models of an earlier configuration are opened when their
 * vectors are still in use.
 */
export async function createEmbeddingModels(options: {
  local: Embedder;
  named: string | undefined;
  open: (model: string) => Promise<Embedder>;
  logger: Logger;
  patienceMs?: number;
}): Promise<EmbeddingModels> {
  const { local, named, open, logger } = options;
  const opened = new Map<string, Embedder>();
  const timers = new Map<string, NodeJS.Timeout>();
  const began = Date.now();
  let closed = false;

  const reach = async (model: string, wait = FIRST_WAIT_MS): Promise<void> => {
    try {
      opened.set(model, await open(model));
      logger.info({ model }, 'the embedding model answers');
      timers.delete(model);
    } catch (error) {
      if (closed) return;
      if (wait === FIRST_WAIT_MS)
        logger.warn({ err: error, model }, 'the embedding model is out of reach; it is tried again until it answers');
      const timer = setTimeout(() => reach(model, Math.min(wait * 2, LONGEST_WAIT_MS)), wait);
      timer.unref();
      timers.set(model, timer);
    }
  };

  if (named !== undefined) {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, START_MS);
    });
    await Promise.race([reach(named), patience]);
    clearTimeout(timer);
  }
  const asked = new Set(named === undefined ? [] : [named]);
  return {
    local,
    wanted() {
      if (named === undefined) return local;
      const patient = Date.now() - began < (options.patienceMs ?? PATIENCE_MS);
      return opened.get(named) ?? (patient ? undefined : local);
    },
    configured: () => (named === undefined ? undefined : { model: named, answers: opened.has(named) }),
    find(model) {
      if (model === local.model) return local;
      const known = opened.get(model);
      if (!known && !asked.has(model)) {
        asked.add(model);
        void reach(model);
      }
      return known;
    },
    close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
