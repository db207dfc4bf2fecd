import { createReaders } from '../../../ingest/reading/readers.ts';
import type { Bench, BenchContext } from '../bench.ts';
import { quantile } from '../quantile.ts';
import { writeCorpus } from './corpus.ts';
import { type IngestRun, kefuRun } from './kefu-run.ts';
import { langchainRun } from './langchain-run.ts';

const FILES = 80;
/** The first starts processes, the second still compiles: with five the middle one is what a server does that runs. */
const ROUNDS = 5;
const AT_ONCE = 4;
/** Longer than the other side takes, also on a busy machine: readers that ended meanwhile would begin cold again. */
const IDLE_MS = 600_000;

const speed = ({ pages, seconds }: IngestRun) => pages / seconds;
const middle = (values: number[]) => quantile(values, 0.5);
/** Milliseconds of processor time a page, all processes together. */
const dearness = ({ cpu, pages }: IngestRun) => ((cpu.own + cpu.children + cpu.database) / pages) * 1000;
const parts = (run: IngestRun | undefined) =>
  run &&
  Object.entries(run.cpu)
    .map(([part, seconds]) => `${part} ${((seconds / run.pages) * 1000).toFixed(1)}`)
    .join(', ');

/** Text PDFs, from the file to the answer, beside LangChain on the same files, servers and embedder. */
export const ingestSpeedBench: Bench = {
  name: 'ingest-speed',
  description: 'Text PDFs made searchable, in pages a second, next to LangChain in the same run',
  async run(context) {
    const files = Math.max(4, Math.round(FILES * context.scale));
    context.say(`writing ${files} PDFs`);
    const paths = await writeCorpus({ folder: await context.folder(), files, datasetsDir: context.datasetsDir });
    // As in a running server: they stay from round to round, as the modules that LangChain has loaded do.
    const readers = createReaders({ size: 2, idleMs: IDLE_MS });
    context.defer(readers.close);
    const kefu: IngestRun[] = [];
    const one: IngestRun[] = [];
    const several: IngestRun[] = [];
    // Neither the servers nor the garbage of one run burden the next.
    const measured = (run: (inner: BenchContext) => Promise<IngestRun>) => {
      globalThis.gc?.();
      return context.apart(run);
    };
    // In turns, so that what else the machine does hits all alike.
    for (let round = 1; round <= ROUNDS; round++) {
      one.push(await measured((inner) => langchainRun(inner, paths, 1)));
      several.push(await measured((inner) => langchainRun(inner, paths, AT_ONCE)));
      kefu.push(await measured((inner) => kefuRun(inner, paths, readers)));
      const [a, b, c] = [one, several, kefu].map((runs) => runs.slice(-1).map((run) => speed(run).toFixed(0)));
      context.say(`round ${round} of ${ROUNDS}: LangChain ${a}, ${AT_ONCE} at once ${b}, Kefu ${c} pages/s`);
    }
    const ratios = kefu.map(
      (run, i) => speed(run) / Math.max(...[one[i], several[i]].map((other) => (other ? speed(other) : 0))),
    );
    const [first, other] = [kefu[0], one[0]];
    return {
      rows: [
        { name: 'Kefu', value: middle(kefu.map(speed)), unit: 'pages/s' },
        { name: 'Kefu, first round: processes not started', value: kefu[0] ? speed(kefu[0]) : 0, unit: 'pages/s' },
        { name: 'LangChain, a file after the other', value: middle(one.map(speed)), unit: 'pages/s' },
        { name: `LangChain, ${AT_ONCE} files at once`, value: middle(several.map(speed)), unit: 'pages/s' },
        { name: 'Kefu against the better of the two', value: middle(ratios), unit: '×', aim: { atLeast: 2 } },
        { name: 'Processor time a page, Kefu', value: middle(kefu.map(dearness)), unit: 'ms' },
        {
          name: `Processor time a page, LangChain, ${AT_ONCE} at once`,
          value: middle(several.map(dearness)),
          unit: 'ms',
        },
        {
          name: 'Event loop held up at most, Kefu',
          value: Math.max(...kefu.map(({ loop }) => loop.max)),
          unit: 'ms',
          aim: { atMost: 50 },
        },
        { name: 'Event loop held up, 99 %, Kefu', value: middle(kefu.map(({ loop }) => loop.p99)), unit: 'ms' },
        {
          name: 'Event loop held up at most, LangChain',
          value: Math.max(...one.map(({ loop }) => loop.max)),
          unit: 'ms',
        },
      ],
      notes: [
        `${paths.length} files, ${first?.pages} pages; median of ${ROUNDS} rounds in turns, each into an empty Chroma of its own.`,
        `Kefu: upload, queue on PostgreSQL, reading with tables and headings, ${first?.chunks} passages in PostgreSQL, lexical index and Chroma (vectors only).`,
        `LangChain: PDFLoader (pdf-parse), RecursiveCharacterTextSplitter as it comes, ${other?.chunks} chunks with text in Chroma; Kefu's embedder.`,
        `Processor time a page in the last round, ms: Kefu ${parts(kefu.at(-1))}; LangChain ${parts(several.at(-1))}. Children: Chroma, readers.`,
        context.datasetsDir
          ? 'With 8 files of the public sample set.'
          : 'Without the public sample set (KEFU_DATASETS).',
      ],
    };
  },
};
