import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../../config/logger.ts';
import { type EmbeddedServer, startChildServer } from './child-server.ts';
import { embeddedFailed } from './embedded-failed.ts';
import { freePort } from './free-port.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { openCluster, type PostgresCluster } from './postgres-cluster.ts';
import { commandAs, unprivilegedAccount } from './run-as.ts';
import { type EndSteps, endProcesses, findProcesses } from './running-process.ts';
import { spawnLogged } from './spawn-logged.ts';

const DATABASE = 'kefu';
/** Fast shutdown, immediate shutdown, the end: what each signal means to PostgreSQL. */
const END_STEPS: EndSteps = [
  ['SIGINT', 8_000],
  ['SIGQUIT', 3_000],
  ['SIGKILL', 2_000],
];
/** Recovery after a kill replays at most one checkpoint's log; a slow disk may need its time. */
const START_LIMIT_MS = 180_000;
const START_TRIES = 3;

/** Lines of postmaster.pid: see src/include/utils/pidfile.h. */
function readPostmasterFile(dataFolder: string): { pid: number; status: string } | undefined {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/** Ends what a killed parent left running on these files, and the pid file that would then be in the way. */
async function clearLeftovers(dataFolder: string, clusterName: string, logger: Logger): Promise<void> {
  if (!readPostmasterFile(dataFolder)) return;
  const servers = () => findProcesses(`cluster_name=${clusterName}`);
  const all = () => [...servers(), ...findProcesses(`postgres: ${clusterName}: `)];
  const found = all();
  if (found.length > 0) logger.warn({ pids: found }, 'ending PostgreSQL left over from an earlier start');
  await endProcesses(servers, END_STEPS);
  // Its workers notice the end of their server by themselves; none may write while the next one recovers.
  if (!(await endProcesses(all, [['SIGCONT', 5_000], ...END_STEPS])))
    throw embeddedFailed(
      `PostgreSQL of an earlier start still runs and can't be ended: processes ${all().join(', ')}.`,
    );
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
}

const urlOf = (cluster: PostgresCluster, port: number, database: string) =>
  `postgres://${cluster.user}:${cluster.password}@127.0.0.1:${port}/${database}`;

async function ensureDatabase(cluster: PostgresCluster, port: number): Promise<void> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, port, 'postgres'),
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/**
 * PostgreSQL from npm on `dataDir`/postgres, on a free loopback port, with a password of its own. Made at the first
 * start; a server that a kill -9 left behind is replaced; one that dies is started again on the same port. The
 * caller holds the data directory's lock.
 */
export async function startEmbeddedPostgres(options: { dataDir: string; logger: Logger }): Promise<EmbeddedServer> {
  const { logger } = options;
  mkdirSync(options.dataDir, { recursive: true });
  const folder = join(options.dataDir, 'postgres');
  const logFile = join(options.dataDir, 'postgres.log');
  const binaries = postgresBinaries();
  const account = unprivilegedAccount(folder);
  const cluster = await openCluster({ folder, binaries, account });
  const { dataFolder } = cluster;
  // Shown in the command lines of the server and its workers, by which they are found again.
  const clusterName = `kefu-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`;
  await clearLeftovers(dataFolder, clusterName, logger);
  rmSync(logFile, { force: true });

  const launch = (port: number): ChildProcess => {
    const settings = {
      cluster_name: clusterName,
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      max_connections: 100,
      timezone: 'UTC',
      log_timezone: 'UTC',
      jit: 'off',
      // Log files are removed when they have served, not written over later: what was deleted is then gone from them.
      wal_recycle: 'off',
      // Errors name no values: a log is no place for texts.
      log_error_verbosity: 'terse',
    };
    const args = ['-D', dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    const command = commandAs(account, [binaries.postgres, dataFolder], binaries.postgres, args);
    return spawnLogged({ ...command, cwd: '/', logFile });
  };

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      const server = await startChildServer({
        name: 'postgres',
        logger,
        launch: () => launch(port),
        isReady: async (child) => {
          const seen = readPostmasterFile(dataFolder);
          return seen?.pid === child.pid && seen?.status === 'ready';
        },
        startLimitMs: START_LIMIT_MS,
        endSteps: END_STEPS,
        exitSignal: 'SIGQUIT',
      });
      try {
        await ensureDatabase(cluster, port);
      } catch (error) {
        await server.stop();
        throw error;
      }
      return { ...server, url: urlOf(cluster, port, DATABASE) };
    } catch (error) {
      // Its port may have been taken in the meantime, or workers of a killed server may still hold its memory.
      if (attempt < START_TRIES) await wait(300);
      else
        throw embeddedFailed('PostgreSQL did not start. Its last words:', {
          output: readFileSync(logFile, 'utf8'),
          hint: `The whole log: ${logFile}. Check free space and permissions, or set DATABASE_URL to a server of yours.`,
          cause: error,
        });
    }
  }
}
