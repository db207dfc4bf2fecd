import type { Logger } from '../../config/logger.ts';
import { chromaAnswers } from '../../stores/chroma-answers.ts';
import type { ChromaHost } from '../../stores/chroma-host.ts';
import { createStoreFaults, type Remedy } from './store-faults.ts';
import type { VectorsUnreachable } from './vector-index.ts';

/** A server that reads its vectors from a cold disk on a busy machine takes a while even to say that it lives. */
const SIGN_OF_LIFE_MS = 5_000;

/** Does about a Chroma that does not answer as it should what an operator would do, and tells each kind of fault once. */
export interface StoreHealer {
  /** Waits, starts it again or has its vectors made anew, by how often in a row it was at fault. */
  treat(fault: VectorsUnreachable): Promise<void>;
  /** It answered as it should. */
  isWell(): void;
  /** Faults in a row of a store that is lost or damaged. */
  faults(): number;
}

/** `renew` makes the collection anew from PostgreSQL. */
export function createStoreHealer(options: {
  host: ChromaHost;
  logger: Logger;
  renew: () => Promise<void>;
}): StoreHealer {
  const { host, logger, renew } = options;
  const faults = createStoreFaults();

  const remedyFor = async (fault: VectorsUnreachable): Promise<Remedy> => {
    const about = { err: fault, chroma: new URL(host.url()).host };
    const slow = fault.slow && (await chromaAnswers(host.url(), SIGN_OF_LIFE_MS));
    if (slow && !faults.isSlow()) logger.warn(about, 'Chroma is alive and slow: its answers are waited for');
    if (!slow && faults.count() === 0)
      logger.warn(about, 'Chroma is out of reach or damaged: searches go by words alone until it answers again');
    return faults.add(slow ? 'slow' : 'lost');
  };
  const apply = async (remedy: Remedy): Promise<void> => {
    if (remedy === 'restart' && host.owner) {
      logger.warn('Chroma does not answer as it should; it is started again');
      await host.owner.restart();
    } else if (remedy === 'renew' && (host.owner || (await chromaAnswers(host.url())))) {
      logger.warn('Chroma’s files seem to be damaged; its vectors are made anew from PostgreSQL');
      await renew();
      faults.clear();
    }
  };
  return {
    async treat(fault) {
      const applied = apply(await remedyFor(fault));
      await applied.catch((error: unknown) => logger.warn({ err: error }, 'Chroma could not be healed; trying again'));
    },
    isWell() {
      if (faults.count() > 0 || faults.isSlow()) logger.info('the vectors are complete again');
      faults.clear();
    },
    faults: faults.count,
  };
}
