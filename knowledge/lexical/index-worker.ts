// A thread that reads slices of the chunks from PostgreSQL and packs them, and merges segments. Started by index-workers.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { openDatabase } from '../../stores/database.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon } from '../text/lexicon.ts';
import { readSlice } from './chunk-slices.ts';
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './index-workers.ts';
import { mergeSegments } from './merge-segments.ts';
import { packRows } from './pack-rows.ts';
import { createSegmentWriter } from './segment-writer.ts';
import { createSharedSpace } from './shared-space.ts';

const { databaseUrl, concepts } = workerData as WorkerSetup;
const analyzer = createAnalyzer(createLexicon(concepts));
const writer = createSegmentWriter(createSharedSpace());
const database = openDatabase({ url: databaseUrl, logger: pino({ level: 'silent' }), max: 1 });

const run = async (task: WorkerTask) =>
  task.kind === 'merge'
    ? mergeSegments(task.segments)
    : packRows(await readSlice(database.db, task.slice), analyzer, writer);

parentPort?.on('message', async (task: WorkerTask) => {
  let answer: WorkerAnswer;
  try {
    answer = { data: await run(task) };
  } catch (error) {
    answer = { failure: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
