import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataDir } from './data-dir-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kefu-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'kefu.lock');
const holder = () => JSON.parse(readFileSync(file(), 'utf8'));
const quick = { patienceMs: 100 };

it('is held by one at a time; the refusal names process and address', async () => {
  const lock = await lockDataDir(folder);
  lock.update({ state: 'ready', url: 'http://127.0.0.1:3000' });
  await expect(lockDataDir(folder, quick)).rejects.toMatchObject({
    code: 'data_dir_in_use',
    message: expect.stringMatching(new RegExp(`process ${process.pid}, at http://127.0.0.1:3000`)),
  });
  lock.release();
  (await lockDataDir(folder, quick)).release();
});

it('is taken over from a process that is dead, and from one whose number another has now', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  for (const left of [
    { pid, startTime: '1', state: 'ready' },
    { pid: process.pid, startTime: 'of an earlier process', state: 'ready' },
  ]) {
    writeFileSync(file(), JSON.stringify(left));
    const lock = await lockDataDir(folder, quick);
    expect(holder()).toMatchObject({ pid: process.pid, state: 'starting' });
    lock.release();
  }
});

it('is taken over when a crash left half a file', async () => {
  writeFileSync(file(), '{"pid":');
  (await lockDataDir(folder, quick)).release();
});

it('waits for a holder that is about to end', async () => {
  const lock = await lockDataDir(folder);
  lock.update({ state: 'stopping' });
  setTimeout(() => lock.release(), 300);
  (await lockDataDir(folder, quick)).release();
});

it('goes to exactly one of several that find it stale at once', async () => {
  writeFileSync(file(), JSON.stringify({ pid: 999_999_999, startTime: '1', state: 'ready' }));
  const script = `
    import { lockDataDir } from ${JSON.stringify(join(import.meta.dirname, 'data-dir-lock.ts'))};
    await lockDataDir(${JSON.stringify(folder)}, { patienceMs: 0 }).then(() => console.log('held'), (e) => console.log(e.code));
    await new Promise((end) => setTimeout(end, 1500));`;
  const started = Array.from(
    { length: 4 },
    () =>
      new Promise<string>((resolve) => {
        execFile(process.execPath, ['--input-type=module', '-e', script], (_error, stdout) => resolve(stdout.trim()));
      }),
  );
  expect((await Promise.all(started)).sort()).toEqual([
    'data_dir_in_use',
    'data_dir_in_use',
    'data_dir_in_use',
    'held',
  ]);
}, 20_000);
