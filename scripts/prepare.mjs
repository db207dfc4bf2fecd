// Runs before `npm start` and `npm test`, on whatever Node the machine has (20 or later): installs what is missing,
// sees that the pinned Node runs, builds the web pages when their sources changed. Node's own modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.kefu-installed');
const pinnedNode = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const NEEDED_MAJOR = 24;

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

const stamp = () =>
  `${createHash('sha256').update(readFileSync(lockFile)).digest('hex')} ${process.platform}-${process.arch}`;

const isStamped = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();

/** Whether npm's own record says that all packages of the lock file are here: then `npm install` was run by hand. */
function isInstalledByHand() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages: installed } = JSON.parse(readFileSync(record, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(lockFile, 'utf8'));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version && existsSync(join(root, path)) : optional === true;
  });
}

function install() {
  console.log('Installing packages (the first time only, half a minute or so) …');
  const arguments_ = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm names its own program; without it this script was started by hand.
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: /** @type {const} */ ('inherit') };
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...arguments_], options)
    : spawnSync('npm', arguments_, { ...options, shell: process.platform === 'win32' });
  if (status === 0) return;
  fail(
    [
      `The packages could not be installed${error ? ` (${error.message})` : ''}. npm's own message is above.`,
      '  - Is the package registry reachable? Behind a proxy, set HTTPS_PROXY, or `npm config set registry URL`.',
      '  - Is there 1.5 GB of free disk space, and may you write to this directory?',
      'Then run the command again.',
    ].join('\n'),
  );
}

/** The major version of the pinned Node; 0 when it does not run here. */
function pinnedMajor() {
  const { stdout } = spawnSync(pinnedNode, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return Number.parseInt(stdout ?? '', 10) || 0;
}

const runsPinned = () => Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR;

async function buildWeb() {
  const script = join(root, 'scripts', 'build-web.ts');
  if (!existsSync(script)) return;
  if (runsPinned()) {
    const { buildWeb: build } = await import(pathToFileURL(script).href);
    await build();
  } else if (spawnSync(pinnedNode, [script], { cwd: root, stdio: 'inherit' }).status !== 0) {
    fail('The web pages could not be built; the message is above.');
  }
}

if (!isStamped()) {
  if (!isInstalledByHand()) install();
  writeFileSync(stampFile, stamp());
}
if (!runsPinned() && pinnedMajor() < NEEDED_MAJOR) {
  fail(
    `Kefu needs Node ${NEEDED_MAJOR}. npm brings it for Linux, macOS and Windows (x64, arm64), but it does not run on this\n` +
      `machine (${process.platform}-${process.arch}). Install Node ${NEEDED_MAJOR} or later yourself and run the command again.`,
  );
}
await buildWeb().catch((error) => fail(`The web pages could not be built: ${error?.stack ?? error}`));
