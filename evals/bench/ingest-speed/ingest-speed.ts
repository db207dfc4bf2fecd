import { createReaders } from '../../../ingest/reading/readers.ts';
import type { Bench } from '../bench.ts';
import { quantile } from '../quantile.ts';
import { writeCorpus } from './corpus.ts';
import { type IngestRun, kefuRun } from './kefu-run.ts';
import { langchainRun } from './langchain-run.ts';

const FILES = 40;
const ROUNDS = 3;
const AT_ONCE = 4;

const speed = ({ pages, seconds }: IngestRun) => pages / seconds;
const middle = (values: number[]) => quantile(values, 0.5);

/** Text PDFs, from the file to the answer, beside LangChain on the same files, servers and embedder. */
export const ingestSpeedBench: Bench = {
  name: 'ingest-speed',
  description: 'Text PDFs made searchable, in pages a second, next to LangChain in the same run',
  async run(context) {
    const files = Math.max(4, Math.round(FILES * context.scale));
    context.say(`writing ${files} PDFs`);
    const paths = await writeCorpus({ folder: await context.folder(), files, datasetsDir: context.datasetsDir });
    // As in a running server: they stay from round to round, as the modules that LangChain has loaded do.
    const readers = createReaders({ size: 2 });
    context.defer(readers.close);
    const kefu: IngestRun[] = [];
    const one: IngestRun[] = [];
    const several: IngestRun[] = [];
    // In turns, so that what else the machine does hits all alike.
    for (let round = 1; round <= ROUNDS; round++) {
      one.push(await langchainRun(context, paths, 1));
      several.push(await langchainRun(context, paths, AT_ONCE));
      kefu.push(await kefuRun(context, paths, readers));
      const [a, b, c] = [one, several, kefu].map((runs) =>
        speed(runs.at(-1) ?? { pages: 0, seconds: 1, chunks: 0, loop: { p50: 0, p99: 0, max: 0 } }).toFixed(0),
      );
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
        context.datasetsDir
          ? 'With 8 files of the public sample set.'
          : 'Without the public sample set (KEFU_DATASETS).',
      ],
    };
  },
};
