import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Logger } from '../../config/logger.ts';
import { chromaAnswers } from '../chroma-answers.ts';
import type { ChromaBeside, ChromaHost } from '../chroma-host.ts';
import { type EmbeddedServer, startChildServer } from './child-server.ts';
import { createChromaFolders } from './chroma-folders.ts';
import { embeddedFailed } from './embedded-failed.ts';
import { freePort } from './free-port.ts';
import { type EndSteps, endProcesses, findProcesses } from './running-process.ts';
import { spawnLogged } from './spawn-logged.ts';

const END_STEPS: EndSteps = [
  ['SIGTERM', 5_000],
  ['SIGKILL', 2_000],
];
const START_LIMIT_MS = 30_000;
const START_TRIES = 3;
/** What Chroma keeps ids and the latest vectors in. */
const DATABASE = 'chroma.sqlite3';

/** Chroma in a child process of ours; who starts it stops it. */
export interface EmbeddedChroma extends Required<ChromaHost> {
  stop(): Promise<void>;
}

const commandLine = () => join(dirname(createRequire(import.meta.url).resolve('chromadb')), '..', 'cli.mjs');

async function serve(options: { folder: string; logFile: string; logger: Logger }): Promise<EmbeddedServer> {
  const { folder, logFile, logger } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startChildServer({
    name: 'chroma',
    logger,
    launch() {
      // Its folder may have been taken away meanwhile: it starts with an empty one, which is filled again.
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return spawnLogged({
        file: process.execPath,
        args: [commandLine(), 'run', '--path', folder, '--host', '127.0.0.1', '--port', String(port)],
        cwd: folder,
        home: folder,
        logFile,
      });
    },
    isReady: () => chromaAnswers(url),
    startLimitMs: START_LIMIT_MS,
    endSteps: END_STEPS,
    exitSignal: 'SIGKILL',
  });
  return { ...server, url };
}

/**
 * The Chroma server of the npm package `chromadb` on a folder of `dataDir`, on a free loopback port. One that a kill
 * -9 left behind is replaced; one that dies is started again on the same port; a folder on which it does not start is
 * given up for an empty one, for all of it can be made again. It has no sign-in: loopback only.
 */
export async function startEmbeddedChroma(options: { dataDir: string; logger: Logger }): Promise<EmbeddedChroma> {
  const { logger, dataDir } = options;
  const logFile = join(dataDir, 'chroma.log');
  mkdirSync(dataDir, { recursive: true });
  const folders = createChromaFolders(dataDir);

  const leftovers = () => findProcesses(`--path ${join(dataDir, 'chroma')}`);
  if (!(await endProcesses(leftovers, END_STEPS)))
    throw embeddedFailed(`Chroma of an earlier start still runs and can't be ended: ${leftovers().join(', ')}.`);
  rmSync(logFile, { force: true });

  const begin = async (): Promise<{ folder: string; server: EmbeddedServer }> => {
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === START_TRIES;
      const folder = last ? folders.fresh() : folders.current();
      try {
        const server = await serve({ folder, logFile, logger });
        if (last) {
          logger.warn('Chroma did not start on its folder: it gets an empty one, which is filled from PostgreSQL');
          folders.choose(folder);
        }
        return { folder, server };
      } catch (error) {
        if (last)
          throw embeddedFailed('Chroma did not start. Its last words:', {
            output: readFileSync(logFile, 'utf8'),
            hint: `The whole log: ${logFile}.`,
            cause: error,
          });
      }
    }
  };

  let current = await begin();
  let stopped = false;
  const others = new Set<EmbeddedServer>();
  await folders.removeLeftovers();

  const beside = async (): Promise<ChromaBeside> => {
    const folder = folders.fresh();
    const server = await serve({ folder, logFile, logger });
    others.add(server);
    const end = async (gone: typeof current) => {
      others.add(gone.server);
      await gone.server.stop();
      others.delete(gone.server);
      await folders.remove(gone.folder);
    };
    if (stopped) await end({ folder, server });
    return {
      url: server.url,
      async take() {
        const before = current;
        folders.choose(folder);
        current = { folder, server };
        others.delete(server);
        await end(before);
      },
      drop: () => end({ folder, server }),
    };
  };

  return {
    url: () => current.server.url,
    owner: {
      intact: () => existsSync(join(current.folder, DATABASE)),
      restart: () => current.server.restart(),
      beside,
    },
    async stop() {
      stopped = true;
      await Promise.all([current.server, ...others].map((server) => server.stop()));
    },
  };
}
