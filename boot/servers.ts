import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import type { ChromaHost } from '../stores/chroma-host.ts';
import { openDataDir } from '../stores/data-dir.ts';
import { startEmbeddedChroma } from '../stores/embedded/chroma.ts';
import { type DataDirLock, lockDataDir } from '../stores/embedded/data-dir-lock.ts';
import { startEmbeddedPostgres } from '../stores/embedded/postgres.ts';
import { checkAddress } from './listen.ts';
import type { Owned } from './owned.ts';
import type { Step } from './steps.ts';
import { together } from './together.ts';

/** The servers that Kefu works with, its own or the operator's. */
export interface Servers {
  databaseUrl: string;
  /** Undefined: there is none, and search goes without vectors. */
  chroma: ChromaHost | undefined;
  /** Held while an embedded server uses the data directory. */
  lock: DataDirLock | undefined;
}

/** Longest wait for an embedded server's own orderly end. */
const STOP_LIMIT_MS = 15_000;

/** Starts what the settings don't name an address for. Several processes can share servers, never embedded ones. */
export async function openServers(options: {
  settings: Settings;
  logger: Logger;
  owned: Owned;
  step: Step;
}): Promise<Servers> {
  const { settings, logger, owned, step } = options;
  const { dataDir, databaseUrl, chromaUrl } = settings;
  const alone = settings.process === 'all';
  if (!chromaUrl && !alone)
    logger.warn(`KEFU_PROCESS=${settings.process} without CHROMA_URL: search goes on by words alone, without vectors`);
  const given = chromaUrl === undefined ? undefined : { url: () => chromaUrl };
  if ((databaseUrl && given) || !alone) {
    openDataDir(dataDir);
    return { databaseUrl: databaseUrl ?? '', chroma: given, lock: undefined };
  }

  const lock = await step('data directory', () => lockDataDir(dataDir));
  owned.add('data directory', lock.release);
  // Only now: who held the directory may have held the port, too.
  await step('address', () => checkAddress(settings));

  const postgres = async () => {
    if (databaseUrl) return databaseUrl;
    const server = await step('postgres', () => startEmbeddedPostgres({ dataDir, logger }));
    owned.add('postgres', server.stop, STOP_LIMIT_MS);
    return server.url;
  };
  const chroma = async (): Promise<ChromaHost | undefined> => {
    if (given) return given;
    try {
      const server = await step('chroma', () => startEmbeddedChroma({ dataDir, logger }));
      owned.add('chroma', server.stop, STOP_LIMIT_MS);
      return server;
    } catch (error) {
      logger.warn({ err: error }, 'Chroma is not there: search goes on by words alone, without vectors');
      return undefined;
    }
  };
  const [database, vectors] = await together(postgres(), chroma());
  return { databaseUrl: database, chroma: vectors, lock };
}
