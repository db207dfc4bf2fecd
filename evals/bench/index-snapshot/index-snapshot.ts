import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Bench, BenchRow } from '../bench.ts';
import { loadCorpus } from '../search-100k/load-corpus.ts';
import { createSyntheticCorpus } from '../search-100k/synthetic-corpus.ts';

const CHUNKS = 100_000;
const CHANGED = 1_000;
const LIMIT_MS = 300_000;

const openedSchema = z.object({
  wholeMs: z.number(),
  checkedMs: z.number(),
  cpuS: z.number(),
  heldMs: z.number(),
  memory: z.number(),
  agreed: z.literal(true),
  size: z.number(),
  written: z.object({ cpuS: z.number(), heldMs: z.number() }),
});

async function openIndex(...args: string[]): Promise<z.infer<typeof openedSchema>> {
  const script = join(import.meta.dirname, 'opened-index.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, ...args], {
    timeout: LIMIT_MS,
  });
  return openedSchema.parse(JSON.parse(stdout));
}

/** The lexical index of 100,000 chunks, made from PostgreSQL and read from its snapshot, each in a process of its own. */
export const indexSnapshotBench: Bench = {
  name: 'index-snapshot',
  description: 'the lexical index of 100,000 chunks at a start, with and without its copy on disk',
  async run(context) {
    const chunks = Math.max(4_000, Math.round(CHUNKS * context.scale));
    const corpus = createSyntheticCorpus();
    const database = await context.database();
    const folder = join(await context.folder(), 'lexical');
    context.say(`${chunks} chunks into PostgreSQL`);
    await loadCorpus(database, corpus, { from: 0, to: chunks });
    context.say('the index from PostgreSQL, and its snapshot');
    const made = await openIndex(database.url, folder, 'write');
    const { size } = await stat(join(folder, 'index.snapshot'));
    context.say('the index from its snapshot');
    const read = await openIndex(database.url, folder);
    await loadCorpus(database, corpus, { from: chunks, to: chunks + CHANGED });
    const behind = await openIndex(database.url, folder);
    const rowsOf = (name: string, opened: typeof made): BenchRow[] => [
      { name: `${name}: whole after`, value: opened.wholeMs / 1000, unit: 's', aim: { atMost: 10 } },
      { name: `${name}: compared with PostgreSQL after`, value: opened.checkedMs / 1000, unit: 's' },
      { name: `${name}: CPU of the process`, value: opened.cpuS, unit: 's' },
      { name: `${name}: event loop held, at most`, value: opened.heldMs, unit: 'ms', aim: { atMost: 50 } },
      { name: `${name}: more memory`, value: opened.memory, unit: 'MB', aim: { atMost: 250 } },
    ];
    return {
      rows: [
        ...rowsOf('from PostgreSQL', made),
        { name: 'writing the snapshot: CPU', value: made.written.cpuS, unit: 's' },
        { name: 'writing the snapshot: event loop held, at most', value: made.written.heldMs, unit: 'ms' },
        { name: 'the snapshot on disk', value: size / 1e6, unit: 'MB' },
        ...rowsOf('from the snapshot', read),
        ...rowsOf(`from the snapshot, ${CHANGED} chunks behind`, behind),
      ],
      notes: ['the file is in the page cache: it was just written'],
    };
  },
};
