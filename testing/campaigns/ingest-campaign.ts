import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { createIngestQueue, type QueueDepth } from '../../ingest/queue.ts';
import { createDocumentFiles } from '../../knowledge/documents/document-files.ts';
import { createDocumentService } from '../../knowledge/documents/document-service.ts';
import { installationId } from '../../stores/installation-id.ts';
import { createNotifications } from '../../stores/notifications.ts';
import { withTestDatabase } from '../postgres.ts';
import { childrenOf, lives } from '../programs/processes.ts';
import { pick } from '../seeded.ts';

const LOOK_MS = 25;
const START_MS = 60_000;
/** A killed worker's job is taken up when its lock has run out: the end of a campaign may take as long as that. */
const SETTLE_MS = 240_000;
/** Until a killed worker’s readers are gone: the system ends them, those just starting look for their parent. */
const ORPHAN_MS = 3_000;

export interface CampaignFile {
  name: string;
  bytes: Buffer;
}

export interface CampaignResult {
  statuses: Record<string, number>;
  /** Every passage that answers, as a line of its own, in order: file, page, heading, text, language. */
  passages: string[];
  /** Rows that neither answer nor were taken out of answers. */
  leftovers: number;
  queue: QueueDepth;
  kills: number;
  /** Readers that outlived the worker they were killed with. */
  orphans: number;
  mostStarts: number;
}

function startWorker(args: Array<string | undefined>): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '../programs/ingest-process.ts');
  const child = spawn(process.execPath, [script, ...args.filter((arg) => arg !== undefined)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The worker did not start.')), START_MS);
    child.stdout?.once('data', () => {
      clearTimeout(timer);
      resolve(child);
    });
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code} before it was ready.`)));
  });
}

/** How many of the processes do not end. */
async function living(pids: number[]): Promise<number> {
  for (const limit = Date.now() + ORPHAN_MS; ; await wait(200)) {
    const left = (await Promise.all(pids.map(lives))).filter(Boolean).length;
    if (left === 0 || Date.now() > limit) return left;
  }
}

/**
 * Hands in the files and lets a worker process ingest them, which is killed (`kill -9`) `kills` times, spread over the
 * whole of the work, and started again each time.
 */
export async function runCampaign(options: {
  files: CampaignFile[];
  kills: number;
  redisUrl: string | undefined;
  /** As a worker's own: how long a dead one's job rests. */
  lockMs: number;
  random: () => number;
}): Promise<CampaignResult> {
  const { files, redisUrl, random } = options;
  const logger = pino({ level: 'silent' });
  const database = await withTestDatabase();
  const { db } = database;
  const dataDir = await mkdtemp(join(tmpdir(), 'kefu-campaign-'));
  const notifications = await createNotifications({ url: database.url, logger });
  const place = { databaseUrl: database.url, redisUrl, space: await installationId(db) };
  const queue = await createIngestQueue({ ...place, logger });
  let worker: ChildProcess | undefined;
  try {
    const documents = createDocumentService({
      db,
      notifications,
      files: createDocumentFiles(dataDir),
      trigger: { ingest: (data, about) => queue.add({ name: 'ingest-document', data }, about) },
      refresh: async () => undefined,
      logger,
    });
    for (const { name, bytes } of files) await documents.create({ fileName: name, bytes, source: 'upload' });

    const open = async () => {
      const rows = await db
        .selectFrom('documents')
        .select('id')
        .where('status', 'in', ['queued', 'processing'])
        .execute();
      return rows.length;
    };
    const untilOpen = async (most: number) => {
      for (const limit = Date.now() + SETTLE_MS; (await open()) > most; await wait(LOOK_MS))
        if (Date.now() > limit) throw new Error(`${await open()} documents were not settled in time.`);
    };

    let orphans = 0;
    for (let kill = 1; kill <= options.kills; kill++) {
      worker = await startWorker([database.url, dataDir, String(options.lockMs), redisUrl]);
      await untilOpen(files.length - Math.floor((files.length * kill) / (options.kills + 2)));
      await wait(pick(random, [0, 10, 40, 90, 160, 250]));
      const readers = await childrenOf(worker.pid ?? 0);
      const gone = new Promise((done) => worker?.once('exit', done));
      worker.kill('SIGKILL');
      await gone;
      orphans += await living(readers);
    }
    worker = await startWorker([database.url, dataDir, String(options.lockMs), redisUrl]);
    await untilOpen(0);
    // The job of the last document ends a moment after it.
    for (let look = 0; look < 200 && (await queue.depth()).active + (await queue.depth()).waiting > 0; look++)
      await wait(200);

    const rows = await db
      .selectFrom('chunks')
      .innerJoin('documents', 'documents.id', 'chunks.source_id')
      .select(['documents.file_name', 'ordinal', 'page', 'heading', 'text', 'chunks.title', 'language'])
      .where('live', '=', true)
      .orderBy('documents.file_name')
      .orderBy('ordinal')
      .execute();
    const states = await db.selectFrom('documents').select(['status', 'error_code', 'starts']).execute();
    const leftovers = await db
      .selectFrom('chunks')
      .select('id')
      .where('live', '=', false)
      .where('deleted', '=', false)
      .execute();
    const statuses = Map.groupBy(states, ({ status, error_code }) => error_code ?? status);
    return {
      statuses: Object.fromEntries([...statuses].map(([status, of]) => [status, of.length])),
      passages: rows.map((row) => JSON.stringify(Object.values(row))),
      leftovers: leftovers.length,
      queue: await queue.depth(),
      kills: options.kills,
      orphans,
      mostStarts: Math.max(0, ...states.map(({ starts }) => starts)),
    };
  } finally {
    worker?.kill('SIGKILL');
    await queue.close();
    await notifications.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
