import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findProgram } from '../../config/find-program.ts';
import { handbookPdf } from '../../testing/handbook-pdf.ts';
import { childrenOf, lives } from '../../testing/programs/processes.ts';
import { LoadFailure } from '../loading/load-failure.ts';
import { findRecogniser } from './find-recogniser.ts';
import { createReaders, type Readers } from './readers.ts';

const linux = process.platform === 'linux';
let folder: string;
let readers: Readers;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-readers-'));
});
afterEach(async () => {
  await readers.close();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, bytes: Buffer | string) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { path, fileName: name, mime: null, locale: null, title: null };
}
const handbook = async (pages: number) =>
  file(`${pages}.pdf`, await handbookPdf({ language: 'en', pages, seed: pages }));

const recogniser = await findRecogniser(findProgram('tesseract', '/usr/local/bin:/usr/bin:/opt/homebrew/bin'));

/** A page that is a picture of text. */
async function scanned(line: string): Promise<Buffer> {
  const canvas = createCanvas(1240, 400);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1240, 400);
  context.fillStyle = '#000';
  context.font = '40px sans-serif';
  context.fillText(line, 80, 200);
  const pdf = new PDFDocument({ size: 'A4', margin: 0 });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((done) => pdf.on('end', done));
  pdf.image(canvas.toBuffer('image/png'), 0, 0, { width: 595 });
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

describe('readers', () => {
  it.skipIf(!recogniser)('recognise what a scan says', { timeout: 60_000 }, async () => {
    readers = createReaders({ size: 1, recogniser });
    const read = await readers.read(await file('scan.pdf', await scanned('Lamps are collected on Monday')));
    expect(read.segments.join('')).toContain('collected on Monday');
  });

  it('read several files in one process, tell the pages, and leave none behind', async () => {
    readers = createReaders({ size: 1 });
    const told: number[] = [];
    const long = await handbook(60);
    const [first, second] = await Promise.all([
      readers.read(await file('note.md', '# Care\n\nWash cold.\n')),
      readers.read(long, { onPage: (done, of) => told.push(done / of) }),
    ]);
    expect(first).toMatchObject({ title: 'Care', pages: null, pieces: 1 });
    expect(JSON.parse(first.segments[0] ?? '')).toMatchObject([{ ordinal: 0, heading: null, text: 'Wash cold.' }]);
    expect(second.pages).toBe(60);
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    const pids = await childrenOf(process.pid);
    await readers.close();
    expect(await Promise.all(pids.map(lives))).not.toContain(true);
  });

  it.runIf(linux)('do not blame a file for a process that was killed, nor the next one', async () => {
    readers = createReaders({ size: 1 });
    const long = await handbook(120);
    const before = new Set(await childrenOf(process.pid));
    const broken = readers.read(long, {
      onPage: async () => {
        for (const pid of await childrenOf(process.pid)) if (!before.has(pid)) process.kill(pid, 'SIGKILL');
      },
    });
    const next = readers.read(await handbook(2));
    const error = await broken.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(LoadFailure);
    expect((await next).pages).toBe(2);
  });

  it.runIf(linux)('refuse a file that takes too much memory or time, and go on', async () => {
    readers = createReaders({ size: 1, limits: { memoryBytes: 60 * 1024 ** 2 } });
    await expect(readers.read(await handbook(60))).rejects.toMatchObject({ code: 'too_large' });
    await readers.close();
    readers = createReaders({ size: 1, limits: { firstPageMs: 50, pageMs: 0 } });
    await expect(readers.read(await handbook(200))).rejects.toMatchObject({ code: 'too_slow' });
    expect((await readers.read(await file('a.txt', 'Goods may be returned.'))).pieces).toBe(1);
  });

  it('break off when asked to', async () => {
    readers = createReaders({ size: 1 });
    const stop = new AbortController();
    const reading = readers.read(await handbook(120), { signal: stop.signal, onPage: () => stop.abort() });
    await expect(reading).rejects.toThrow('broken off');
  });

  it('leave their compiled code behind for those started after them', async () => {
    const codeCache = join(folder, 'code');
    readers = createReaders({ size: 1, codeCache });
    await readers.read(await handbook(1));
    await vi.waitFor(async () => expect((await readdir(codeCache, { recursive: true })).length).toBeGreaterThan(20));
    await readers.close();
    readers = createReaders({ size: 1, codeCache });
    expect((await readers.read(await handbook(2))).pages).toBe(2);
  });
});
