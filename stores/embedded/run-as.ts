import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { embeddedFailed } from './embedded-failed.ts';

/** A user of this machine to run a server as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

export interface Command {
  file: string;
  args: string[];
  uid?: number;
  gid?: number;
}

const accounts = (): Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));

const ownerOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.uid;

/**
 * PostgreSQL refuses to run as root. For root: the existing cluster's owner, else `postgres`, else `nobody`; no user
 * is made on the machine. Undefined for everybody else, who runs it as himself.
 */
export function unprivilegedAccount(clusterFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const all = accounts();
  const owner = ownerOf(clusterFolder);
  const account =
    (owner ? all.find(({ uid }) => uid === owner) : undefined) ??
    all.find(({ name }) => name === 'postgres') ??
    all.find(({ name }) => name === 'nobody');
  if (account && account.uid !== 0) return account;
  throw embeddedFailed('PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" for it.', {
    hint: 'Start Kefu as an ordinary user, or set DATABASE_URL to a server of yours.',
  });
}

/** Whether the account may pass through every directory above `path`. */
function canReach(account: Account, path: string): boolean {
  const folder = dirname(path);
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && (folder === '/' || canReach(account, folder));
}

/**
 * The command to be spawned by root so that it runs as `account`. Where a directory above `paths` is closed to the
 * account (/root, a directory of mktemp -d), setpriv(1) lets the process pass through it all the same.
 */
export function commandAs(account: Account | undefined, paths: string[], file: string, args: string[]): Command {
  if (!account) return { file, args };
  const { uid, gid } = account;
  if (paths.every((path) => canReach(account, path))) return { file, args, uid, gid };
  const pass = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  return {
    file: 'setpriv',
    args: [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...pass, file, ...args],
  };
}
