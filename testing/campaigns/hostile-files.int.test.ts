import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSettings } from '../../config/env.ts';
import { createReaders } from '../../ingest/reading/readers.ts';
import { handbookPdf } from '../handbook-pdf.ts';
import { seeded } from '../seeded.ts';
import { hostilePdfs } from './hostile-pdfs.ts';
import { mutate } from './mutate.ts';
import { type HostileRun, readHostile } from './read-hostile.ts';

/** The release check: KEFU_CAMPAIGN=full, 1,000 damaged files and bombs of 2 GB (docs/ingestion.md). */
const full = process.env.KEFU_CAMPAIGN === 'full';
const MUTANTS = full ? 1_000 : 40;
const BOMB_MB = full ? 2_000 : 100;
/** On a machine that has nothing else to do; a busy one takes longer by the share that the readers do not get. */
const LIMIT_MS = 30_000;
const limit = () => LIMIT_MS * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
const MEMORY = 1.5 * 1024 ** 3;

const readers = createReaders({ size: 2 });
afterAll(() => readers.close());

function check({ outcomes, mostMemory }: HostileRun): void {
  const longest = limit();
  const counts = Map.groupBy(outcomes, ({ outcome }) => outcome);
  const slowest = [...outcomes].sort((a, b) => b.ms - a.ms).slice(0, full ? 12 : 3);
  console.log(JSON.stringify(Object.fromEntries([...counts].map(([outcome, of]) => [outcome, of.length]))));
  console.log(
    `${Math.round(mostMemory / 1024 ** 2)} MB; slowest: ${slowest.map(({ name, outcome, ms }) => `${name} ${outcome} ${ms} ms`).join('; ')}`,
  );
  expect(outcomes.filter(({ outcome }) => outcome.startsWith('broken'))).toEqual([]);
  expect(outcomes.filter(({ ms }) => ms > longest)).toEqual([]);
  expect(mostMemory).toBeLessThan(MEMORY);
}

async function stillReads(): Promise<void> {
  const good = await handbookPdf({ language: 'en', pages: 2, seed: 5 });
  expect((await readHostile(readers, [['good', good]])).outcomes).toMatchObject([{ outcome: 'ready' }]);
}

it('files made to be expensive are refused or read within 30 s and 1.5 GB', { timeout: 1_800_000 }, async () => {
  const files = Object.entries(await hostilePdfs(BOMB_MB));
  const run = await readHostile(readers, files);
  expect(run.outcomes).toHaveLength(files.length);
  if (full) for (const { name, outcome, ms } of run.outcomes) console.log(`  ${name}: ${outcome}, ${ms} ms`);
  check(run);
  await stillReads();
});

/** The public samples of many producers, by their path; none where they are not. */
function publicSamples(): Array<[string, Buffer]> {
  const { datasetsDir } = readSettings({ KEFU_DATASETS: process.env.KEFU_DATASETS });
  const folder = join(datasetsDir, 'pdfs', 'pypdf-sample-files');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));
  return names.sort().map((name) => [name, readFileSync(join(folder, name))]);
}

/** What gets damaged: made files and the public samples. */
async function originals(): Promise<Buffer[]> {
  const made = await Promise.all(
    (['zh', 'en'] as const).map((language, i) => handbookPdf({ language, pages: 3, seed: i + 1 })),
  );
  const read = publicSamples().map(([, bytes]) => bytes);
  return [...made, ...read.filter((bytes) => bytes.length < 200_000)];
}

const samples = publicSamples();
if (samples.length === 0) console.log('not run: public PDFs (KEFU_DATASETS)');

/** Why a sample cannot be read, by its path: what its folder is a sample of. */
const REASONS = [
  [/password/, 'encrypted'],
  [/imagemagick|grayscale-image|cmyk-image/, 'no_text'],
  // Half of it is zeros, the tree of pages among them.
  [/unreadable/, 'damaged'],
] as const;

const SAMPLES = { timeout: 300_000, skip: samples.length === 0 };
it('public samples are read, or refused for what they are', SAMPLES, async () => {
  const run = await readHostile(readers, samples);
  check(run);
  const expected = samples.map(([name]) => [name, REASONS.find(([sample]) => sample.test(name))?.[1] ?? 'ready']);
  expect(Object.fromEntries(run.outcomes.map(({ name, outcome }) => [name, outcome]))).toEqual(
    Object.fromEntries(expected),
  );
});

it('damaged files are read as far as they go, or refused with a reason', { timeout: 3_600_000 }, async () => {
  const random = seeded(2026);
  const sources = await originals();
  const mutants = Array.from({ length: MUTANTS }, (_, i): [string, Buffer] => {
    const source = sources[i % sources.length] ?? Buffer.alloc(0);
    return [`mutant ${i}`, mutate(source, random)];
  });
  check(await readHostile(readers, mutants));
  await stillReads();
});
