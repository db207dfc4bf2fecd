import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Logger } from '../../config/logger.ts';
import { type EmbeddedServer, startChildServer } from './child-server.ts';
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

const commandLine = () => join(dirname(createRequire(import.meta.url).resolve('chromadb')), '..', 'cli.mjs');

const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/api/v2/heartbeat`, { signal: AbortSignal.timeout(1_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};

/**
 * The Chroma server of the npm package `chromadb` on `dataDir`/chroma, on a free loopback port. One that a kill -9
 * left behind is replaced; one that dies is started again on the same port. It has no sign-in: loopback only.
 */
export async function startEmbeddedChroma(options: { dataDir: string; logger: Logger }): Promise<EmbeddedServer> {
  const { logger } = options;
  const folder = join(options.dataDir, 'chroma');
  const logFile = join(options.dataDir, 'chroma.log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const leftovers = () => findProcesses(`--path ${folder} --host`);
  if (!(await endProcesses(leftovers, END_STEPS)))
    throw embeddedFailed(`Chroma of an earlier start still runs and can't be ended: ${leftovers().join(', ')}.`);

  rmSync(logFile, { force: true });

  const launch = (port: number): ChildProcess =>
    spawnLogged({
      file: process.execPath,
      args: [commandLine(), 'run', '--path', folder, '--host', '127.0.0.1', '--port', String(port)],
      cwd: folder,
      home: folder,
      logFile,
    });

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    try {
      const server = await startChildServer({
        name: 'chroma',
        logger,
        launch: () => launch(port),
        isReady: () => answers(url),
        startLimitMs: START_LIMIT_MS,
        endSteps: END_STEPS,
        exitSignal: 'SIGKILL',
      });
      return { ...server, url };
    } catch (error) {
      if (attempt === START_TRIES)
        throw embeddedFailed('Chroma did not start. Its last words:', {
          output: readFileSync(logFile, 'utf8'),
          hint: `The whole log: ${logFile}.`,
          cause: error,
        });
    }
  }
}
