import { readSettings, type Settings, SettingsError } from '../config/env.ts';
import { createLogger } from '../config/logger.ts';
import { type EndReason, onEnd } from './end-signals.ts';
import { failureMessage } from './failure-message.ts';
import { createOwned } from './owned.ts';
import { shortOfSpace } from './short-of-space.ts';
import { start } from './start.ts';

/** How long an end waits for a start that is still under way, so that what it opens is known and closed. */
const START_END_MS = 20_000;

const SETTINGS_FAULT = 2;

function settingsOrExit(): Settings {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exit(SETTINGS_FAULT);
  }
}

/** The life of the process: start, serve until something ends it, close everything in order. */
export async function run(): Promise<never> {
  const settings = settingsOrExit();
  const logger = createLogger(settings);
  for (const { name, meant } of settings.misspelt)
    logger.warn({ variable: name, meant }, `${name} is no setting and changes nothing; is ${meant} meant?`);
  const owned = createOwned(logger);
  const ending = new AbortController();

  const ended = new Promise<EndReason>((resolve) => {
    onEnd({
      logger,
      startedByNpm: settings.startedByNpm,
      end: (reason) => {
        ending.abort();
        resolve(reason);
      },
    });
  });
  const starting = start({ settings, logger, owned, ending: ending.signal });
  const failed = starting.then(
    () => ended,
    async (error: unknown): Promise<EndReason> => {
      if (ending.signal.aborted) return ended;
      logger.debug({ err: error }, 'start failed');
      const space = await shortOfSpace(settings.dataDir);
      console.error([failureMessage(error), ...(space ? [space] : [])].join('\n'));
      return { code: 1, why: 'the start failed' };
    },
  );

  const reason = await Promise.race([ended, failed]);
  if (ending.signal.aborted) logger.info({ reason: reason.why }, 'ending');
  const patience = setTimeout(() => process.exit(1), START_END_MS);
  await starting.catch(() => undefined);
  clearTimeout(patience);
  await owned.close();
  process.exit(reason.code);
}
