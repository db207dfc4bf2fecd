// A thread that reads slices of the chunks from PostgreSQL and packs them, and merges segments. Started by index-workers.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { openDatabase } from '../../stores/database.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon } from '../text/lexicon.ts';
import { readRows, readSlice } from './chunk-slices.ts';
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './index-workers.ts';
import { mergeSegments } from './merge-segments.ts';
import { packRows } from './pack-rows.ts';
import type { SegmentData } from './packed-segment.ts';
import { createSegmentWriter } from './segment-writer.ts';
import { createSharedSpace } from './shared-space.ts';
import { withoutRemoved } from './without-removed.ts';

const BATCH = 2_000;

const { databaseUrl, concepts } = workerData as WorkerSetup;
const analyzer = createAnalyzer(createLexicon(concepts));
const writer = createSegmentWriter(createSharedSpace());
const database = openDatabase({ url: databaseUrl, logger: pino({ level: 'silent' }), max: 1 });

const compact = async ({ packed, loose }: Extract<WorkerTask, { kind: 'compact' }>): Promise<SegmentData> => {
  const segments = packed.map(({ data, dead }) => withoutRemoved(data, dead));
  for (let at = 0; at < loose.length; at += BATCH)
    segments.push(await packRows(await readRows(database.db, loose.slice(at, at + BATCH)), analyzer, writer));
  const [only, ...others] = segments;
  return only && others.length === 0 ? only : mergeSegments(segments);
};

const run = async (task: WorkerTask): Promise<SegmentData> => {
  if (task.kind === 'merge') return mergeSegments(task.segments);
  if (task.kind === 'compact') return compact(task);
  return packRows(await readSlice(database.db, task.slice), analyzer, writer);
};

parentPort?.on('message', async (task: WorkerTask) => {
  let answer: WorkerAnswer;
  try {
    answer = { data: await run(task) };
  } catch (error) {
    answer = { failure: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
