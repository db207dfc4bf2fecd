import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readSettings } from '../../../config/env.ts';
import { createLogger } from '../../../config/logger.ts';
import { openDatabase } from '../../../stores/database.ts';
import { runningPostgresUrl } from '../../../stores/embedded/running-postgres.ts';
import type { EvalRun } from '../../harness/report.ts';
import { evalSpans } from './eval-spans.ts';
import { readTurns } from './read-turns.ts';
import { type Collector, sendSpans } from './send-spans.ts';
import { turnSpans } from './turn-spans.ts';

const USAGE = `node evals/adapters/otel/run.ts evals [RUN] --to URL      a run's results (default: the latest)
node evals/adapters/otel/run.ts turns --to URL [--since ISO] [--follow] [--content]
                              turns of the running Kefu; --content sends masked texts, too
  --header NAME=VALUE         for the collector; may be repeated`;

const REPORTS = join(import.meta.dirname, '../../reports');
const FOLLOW_MS = 5_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: 'string' },
    since: { type: 'string' },
    follow: { type: 'boolean', default: false },
    content: { type: 'boolean', default: false },
    header: { type: 'string', multiple: true },
  },
});
const [command, runId] = positionals;
const since = new Date(values.since ?? Date.now() - 24 * 3_600_000);

if (!values.to || !URL.canParse(values.to) || Number.isNaN(since.getTime())) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const pairs = (values.header ?? []).map((pair) => [
    pair.slice(0, pair.indexOf('=')),
    pair.slice(pair.indexOf('=') + 1),
  ]);
  const collector: Collector = {
    url: values.to,
    headers: Object.fromEntries(pairs),
    resource: { 'service.name': 'kefu' },
  };
  if (command === 'evals') await sendRun(collector);
  else if (command === 'turns') await sendTurns(collector);
  else {
    console.error(USAGE);
    process.exitCode = 2;
  }
}

async function sendRun(collector: Collector): Promise<void> {
  const runs = (await readdir(REPORTS).catch(() => [])).filter((name) => /^\d{4}-/.test(name)).sort();
  const id = runId ?? runs.at(-1);
  const text = id && (await readFile(join(REPORTS, id, 'report.json'), 'utf8').catch(() => undefined));
  if (!text) {
    console.error(id ? `No report of run ${id}.` : 'No run yet: npm run evals first.');
    process.exitCode = 2;
    return;
  }
  const spans = evalSpans(JSON.parse(text) as EvalRun);
  const { rejected } = await sendSpans(collector, spans);
  console.log(`${spans.length} spans of run ${id}${rejected > 0 ? `, ${rejected} refused` : ''}`);
}

async function sendTurns(collector: Collector): Promise<void> {
  const settings = readSettings();
  const url = settings.databaseUrl ?? runningPostgresUrl(settings.dataDir);
  if (!url) {
    console.error('No database: start Kefu first, with the same KEFU_DATA_DIR, or set DATABASE_URL.');
    process.exitCode = 2;
    return;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const database = openDatabase({ url, logger: createLogger({ ...settings, logLevel: 'error' }), max: 1 });
  try {
    let place = { finishedAt: since, id: '00000000-0000-0000-0000-000000000000' };
    let sent = 0;
    for (let more = true; more && !stop.signal.aborted; ) {
      const page = await readTurns(database.db, place, { content: values.content });
      if (page.turns.length > 0) await sendSpans(collector, page.turns.flatMap(turnSpans));
      sent += page.turns.length;
      place = page.place;
      more = page.more || values.follow;
      if (!page.more && values.follow)
        await pause(FOLLOW_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    console.log(`${sent} turns sent`);
  } finally {
    await database.close();
  }
}
