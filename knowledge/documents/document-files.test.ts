import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDocumentFiles, type DocumentFiles } from './document-files.ts';

let folder: string;
let files: DocumentFiles;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-files-'));
  files = createDocumentFiles(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const incoming = () => readdir(join(folder, 'files', 'incoming'));

it('takes a file in whole, in however many parts it comes', async () => {
  const parts = [Buffer.from('Opening '), Buffer.from('hours: '), Buffer.from('9 to 5')];
  const staged = await files.stage(Readable.from(parts));
  await staged.keep('d1', 1, 'hours.txt');
  const text = 'Opening hours: 9 to 5';
  expect(await readFile(files.path('d1', 1, 'hours.txt'), 'utf8')).toBe(text);
  expect(staged).toMatchObject({ bytes: text.length, hash: createHash('sha256').update(text).digest('hex') });
  expect(await incoming()).toEqual([]);
});

it('leaves nothing of an upload that breaks off', async () => {
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('the connection was lost');
  }
  await expect(files.stage(Readable.from(broken()))).rejects.toThrow('the connection was lost');
  expect(await incoming()).toEqual([]);
});

it('refuses more than 50 MB as soon as it is more, and leaves nothing of it', async () => {
  let sent = 0;
  function* endless() {
    for (;;) {
      sent += 1;
      yield Buffer.alloc(8 * 1024 ** 2);
    }
  }
  await expect(files.stage(Readable.from(endless()))).rejects.toMatchObject({ code: 'too_large', status: 413 });
  expect(sent).toBeLessThan(30);
  expect(await incoming()).toEqual([]);
});
