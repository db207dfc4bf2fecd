import type { Bench, BenchRow } from '../bench.ts';
import { quantile } from '../quantile.ts';
import { loadCorpus } from './load-corpus.ts';
import { measureIndex } from './measure-index.ts';
import { startMeasured } from './measured-program.ts';
import { createSyntheticCorpus } from './synthetic-corpus.ts';

const CHUNKS = 100_000;
const SEARCHES = 1_000;
/** So many searches are told apart: their code is not compiled yet, and the vectors are being compared with PostgreSQL. */
const FIRST = 100;

/**
 * Search and start over 100,000 chunks of about 350 Chinese or 900 English letters, half in each language, with as many
 * vectors of 384 dimensions in Chroma. Hardly any passage of an answer is at hand from the question before.
 */
export const search100kBench: Bench = {
  name: 'search-100k',
  description: 'search, memory and start over 100,000 chunks',
  async run(context) {
    const chunks = Math.max(4_000, Math.round(CHUNKS * context.scale));
    const searches = Math.max(100, Math.round(SEARCHES * Math.min(1, context.scale * 2)));
    const corpus = createSyntheticCorpus();
    const database = await context.database();
    const chromaUrl = await context.chroma();
    const servers = { databaseUrl: database.url, chromaUrl };

    context.say('the sample shop alone');
    await (await startMeasured(corpus, servers)).close();
    const small = await startMeasured(corpus, servers);
    await small.until('index');
    const without = { readyMs: small.readyMs, memoryMb: await small.memoryMb() };
    await small.close();

    context.say(`${chunks} chunks into PostgreSQL`);
    await loadCorpus(database, corpus, { from: 0, to: chunks });
    context.say('their vectors into Chroma');
    const filling = await startMeasured(corpus, servers);
    const early = [];
    for (let i = 0; i < 20; i++) early.push(await filling.search(i, (i * 7_919) % chunks));
    const vectorsMs = await filling.until('vectors');
    await filling.close();

    context.say('the program over all of them');
    const large = await startMeasured(corpus, servers);
    const indexMs = await large.until('index');
    const memoryMb = await large.memoryMb();
    const overHttp = async (from: number, count: number): Promise<number[]> => {
      const times: number[] = [];
      for (let i = from; i < from + count; i++) times.push((await large.search(i, (i * 7_919) % chunks)).ms);
      return times;
    };
    const first = await overHttp(0, FIRST);
    await large.until('vectors');
    const http = await overHttp(FIRST, searches / 2);
    await large.close();

    context.say('the index in this process');
    const rows: BenchRow[] = [
      { name: 'program: ready, sample shop alone', value: without.readyMs, unit: 'ms' },
      { name: 'program: ready', value: large.readyMs, unit: 'ms' },
      {
        name: 'program: ready, as a multiple of the sample shop',
        value: large.readyMs / without.readyMs,
        unit: '×',
        aim: { atMost: 1.2 },
      },
      { name: 'program: index complete after the start', value: indexMs / 1000, unit: 's' },
      { name: 'program: index complete after the ready line', value: (indexMs - large.readyMs) / 1000, unit: 's' },
      {
        name: 'program: answers before the index was complete',
        value: early.filter(({ degraded }) => degraded).length,
        unit: 'of 20',
      },
      { name: 'program: more memory than with the sample shop', value: memoryMb - without.memoryMb, unit: 'MB' },
      { name: 'program: vectors made from nothing after', value: vectorsMs / 1000, unit: 's' },
      { name: `HTTP search: p50 of the first ${FIRST} after the start`, value: quantile(first, 0.5), unit: 'ms' },
      { name: 'HTTP search: p50', value: quantile(http, 0.5), unit: 'ms', aim: { atMost: 8 } },
      { name: 'HTTP search: p99', value: quantile(http, 0.99), unit: 'ms', aim: { atMost: 30 } },
      ...(await measureIndex({ context, database, chromaUrl, corpus, chunks, searches })),
    ];
    return {
      rows,
      notes: [
        'one caller; each search embeds the question, asks Chroma, reads its candidates from PostgreSQL and reranks them',
        'HTTP: POST /api/knowledge/search with the reasons of each passage, on a connection that is kept',
      ],
    };
  },
};
