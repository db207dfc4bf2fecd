import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { embeddedFailed } from './embedded-failed.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { type Account, commandAs } from './run-as.ts';

/** A database cluster on disk: PostgreSQL's files and the superuser's password, in one folder. */
export interface PostgresCluster {
  dataFolder: string;
  user: string;
  password: string;
}

const USER = 'kefu';
const INITDB_LIMIT_MS = 120_000;

const initdb = (file: string, args: string[], ids: { uid?: number; gid?: number }) =>
  new Promise<string>((resolve, reject) => {
    const child = spawn(file, args, {
      ...ids,
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: INITDB_LIMIT_MS,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => (code === 0 ? resolve(output) : reject(new Error(output || `${signal}`))));
  });

function openExisting(folder: string, binaries: PostgresBinaries): PostgresCluster | undefined {
  const dataFolder = join(folder, 'data');
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) return undefined;
  const major = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  if (major !== binaries.major)
    throw embeddedFailed(
      `${dataFolder} was made by PostgreSQL ${major}; this version of Kefu brings ${binaries.major}.`,
      {
        hint: 'Use the earlier version of Kefu to dump it, or set KEFU_DATA_DIR to an empty directory.',
      },
    );
  return { dataFolder, user: USER, password: readFileSync(join(folder, 'password'), 'utf8').trim() };
}

/**
 * Opens the cluster in `folder`, or makes it. It is made aside and renamed when complete, so that an end in the
 * middle leaves nothing that looks like a cluster.
 */
export async function openCluster(options: {
  folder: string;
  binaries: PostgresBinaries;
  account: Account | undefined;
}): Promise<PostgresCluster> {
  const { folder, binaries, account } = options;
  const existing = openExisting(folder, binaries);
  if (existing) return existing;

  const parent = dirname(folder);
  const unfinished = `${basename(folder)}.new-`;
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(unfinished)))
    rmSync(join(parent, name), { recursive: true, force: true });

  const draft = join(parent, `${unfinished}${process.pid}`);
  const passwordFile = join(draft, 'password');
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);

  const args = [
    `--pgdata=${join(draft, 'data')}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // Unicode case rules that are the same on every system.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const command = commandAs(account, [binaries.initdb, draft], binaries.initdb, args);
  try {
    await initdb(command.file, command.args, { uid: command.uid, gid: command.gid });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw embeddedFailed(`The database could not be made in ${folder}.`, {
      output: error instanceof Error ? error.message : String(error),
      hint: 'Check free space and the directory’s permissions, or set KEFU_DATA_DIR or DATABASE_URL.',
      cause: error,
    });
  }
  const made = openExisting(folder, binaries);
  if (!made) throw embeddedFailed(`The database in ${folder} is not complete.`);
  return made;
}
