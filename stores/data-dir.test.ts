import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataDir } from './data-dir.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kefu-data-dir-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is made with what is missing above it, and left empty', () => {
  const dataDir = join(folder, 'a', 'b', 'c');
  openDataDir(dataDir);
  openDataDir(dataDir);
  expect(readdirSync(dataDir)).toEqual([]);
});

it.each([['file'], ['file/x/y']])('is refused with its reason at %s', (place) => {
  writeFileSync(join(folder, 'file'), '');
  const dataDir = join(folder, place);
  expect(() => openDataDir(dataDir)).toThrow(
    expect.objectContaining({
      code: 'data_dir_unusable',
      message: expect.stringContaining(`${dataDir} can't be written: there is a file where a directory is needed.`),
    }),
  );
});

it.skipIf(!existsSync('/proc/self'))('is refused where nothing can be made, at once', () => {
  expect(() => openDataDir('/proc/kefu/data')).toThrow(expect.objectContaining({ code: 'data_dir_unusable' }));
});
