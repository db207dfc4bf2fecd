/** `npm run purge`: makes what was deleted leave the disk of the Kefu that runs on these settings, and waits for it. */
import { setTimeout as wait } from 'node:timers/promises';
import { readSettings } from '../config/env.ts';
import { createLogger } from '../config/logger.ts';
import { createPurgeService } from '../knowledge/purge/purge-service.ts';
import { openDatabase } from '../stores/database.ts';
import { runningPostgresUrl } from '../stores/embedded/running-postgres.ts';

const LOOK_MS = 500;
/** A worker takes a purge up within seconds. */
const TAKE_MS = 30_000;

const settings = readSettings();
const url = settings.databaseUrl ?? runningPostgresUrl(settings.dataDir);
if (!url) {
  console.error('No database: start Kefu first, with the same KEFU_DATA_DIR, or set DATABASE_URL.');
  process.exit(2);
}

const database = openDatabase({ url, logger: createLogger(settings), max: 1 });
try {
  const purges = createPurgeService(database.db);
  const { id } = await purges.request(null);
  const began = Date.now();
  let shown = '';
  for (;;) {
    const purge = (await purges.list()).find((one) => one.id === id);
    if (!purge) throw new Error('The purge has vanished.');
    if (purge.step && purge.step !== shown) console.log(purge.step);
    shown = purge.step ?? shown;
    if (purge.state === 'done') {
      console.log(`done: ${JSON.stringify(purge.removed)}`);
      if (purge.incomplete.length > 0)
        console.log(`left to the operator of the servers (docs/operations.md): ${purge.incomplete.join(', ')}`);
      break;
    }
    if (purge.state === 'failed') {
      console.error(purge.error);
      process.exitCode = 1;
      break;
    }
    if (purge.state === 'queued' && Date.now() - began > TAKE_MS) {
      console.error('No worker takes it up: is Kefu running? It is done as soon as one does.');
      process.exitCode = 1;
      break;
    }
    await wait(LOOK_MS);
  }
} finally {
  await database.close();
}
