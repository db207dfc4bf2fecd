/** `npm run import -- DIR`: takes a shop's files in again while Kefu runs on these settings. */
import { parseArgs } from 'node:util';
import { readSettings } from '../config/env.ts';
import { AppError } from '../config/errors.ts';
import { createLogger } from '../config/logger.ts';
import { syncCatalogue } from '../knowledge/sources/sync-catalogue.ts';
import { importFiles } from '../shops/files/import-files.ts';
import { sheetFolder } from '../shops/files/shop-sources.ts';
import { openDatabase } from '../stores/database.ts';
import { runningPostgresUrl } from '../stores/embedded/running-postgres.ts';
import { readShop } from '../stores/shop-settings.ts';

const FLAGS = {
  'dry-run': { type: 'boolean' },
  remove: { type: 'boolean' },
  'skip-refused': { type: 'boolean' },
} as const;
const USAGE = 'npm run import -- DIR [--dry-run] [--remove] [--skip-refused]';

function argumentsOrExit() {
  try {
    const { values, positionals } = parseArgs({ options: FLAGS, allowPositionals: true });
    const [folder] = positionals;
    if (folder !== undefined && positionals.length === 1) return { folder, values };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.error(USAGE);
  process.exit(2);
}

const { folder, values } = argumentsOrExit();
const settings = readSettings();
const url = settings.databaseUrl ?? runningPostgresUrl(settings.dataDir);
if (!url) {
  console.error('No database: start Kefu first, with the same KEFU_DATA_DIR, or set DATABASE_URL.');
  process.exit(2);
}
const database = openDatabase({ url, logger: createLogger(settings), max: 2 });
try {
  const report = await importFiles(database.db, {
    source: await sheetFolder(folder),
    dryRun: values['dry-run'] ?? false,
    removeMissing: values.remove ?? false,
    skipRefused: values['skip-refused'] ?? false,
  });
  if (report.applied) await syncCatalogue(database.db, { currency: (await readShop(database.db)).currency });
  for (const list of ['products', 'customers', 'orders'] as const) {
    const { added, changed, unchanged, removed } = report[list];
    console.log(`${list}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${removed.length} removed`);
  }
  for (const fault of report.refused) console.error(`refused: ${fault}`);
  if (!report.applied && !values['dry-run']) console.error('nothing was written; --skip-refused takes the other rows');
  if (report.refused.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await database.close();
}
