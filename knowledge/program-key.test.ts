import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programKey } from './program-key.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-key-'));
  await cp(join(import.meta.dirname, 'text'), folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('is another one for another program, and not for another test of it', async () => {
  const before = await programKey([folder]);
  expect(await readdir(folder)).toContain('stem.ts');
  await writeFile(join(folder, 'stem.test.ts'), '// more');
  expect(await programKey([folder])).toBe(before);
  await writeFile(join(folder, 'stem.ts'), 'export const stem = (word: string) => word;');
  expect(await programKey([folder])).not.toBe(before);
});
