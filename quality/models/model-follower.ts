import type { Logger } from '../../config/logger.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { IntentModel } from '../../understanding/model-file.ts';
import { MODELS_CHANNEL } from './model-store.ts';
import type { ModelStore } from './ports.ts';

/** Keeps a process on the models that are promoted. */
export interface ModelFollower {
  /** The version whose verdicts customers get; 0 also when the promoted one could not be read. */
  intents(): number;
  /** The promoted fine-tuned model; undefined: the one that the settings name. */
  nameOf(task: 'router' | 'writer'): string | undefined;
  close(): void;
}

const RETRY_MS = 2_000;

/**
 * Reads what is promoted now, then again whenever it is told of a change or may have missed one. A stored model that
 * can't be read leaves the shipped one at work; a database that doesn't answer leaves what works, and is asked again.
 */
export async function createModelFollower(options: {
  models: Pick<ModelStore, 'current' | 'load' | 'currentName'>;
  notifications: Notifications;
  use: (model: IntentModel) => void;
  logger: Logger;
}): Promise<ModelFollower> {
  const { models, notifications, use, logger } = options;
  const names: { router?: string | undefined; writer?: string | undefined } = {};
  /** What was asked for last, and what came of it. */
  let wanted = 0;
  let applied = 0;
  let closed = false;
  let running: Promise<void> | undefined;
  let again = false;
  let retry: NodeJS.Timeout | undefined;

  const apply = async () => {
    names.router = await models.currentName('router');
    names.writer = await models.currentName('writer');
    const version = await models.current('intents');
    if (version === wanted) return;
    const model = await models.load(version).catch((error: unknown) => {
      // A database out of reach says nothing about the model: what works goes on.
      if (!(error instanceof Error) || 'severity' in error || 'errno' in error) throw error;
      logger.error({ err: error, version }, 'the promoted intent model can’t be read; the shipped one is used');
      return undefined;
    });
    if (closed) return;
    use(model ?? (await models.load(0)));
    wanted = version;
    applied = model ? version : 0;
    logger.info({ version: applied }, 'intent model in use');
  };
  const follow = (): Promise<void> => {
    again = true;
    running ??= (async () => {
      while (again && !closed) {
        again = false;
        try {
          await apply();
        } catch (error) {
          logger.warn({ err: error }, 'which models are promoted could not be read; trying again');
          clearTimeout(retry);
          retry = setTimeout(() => void follow(), RETRY_MS);
        }
      }
      running = undefined;
    })();
    return running;
  };
  const unsubscribe = notifications.subscribe(MODELS_CHANNEL, () => void follow());
  await follow();
  return {
    intents: () => applied,
    nameOf: (task) => names[task],
    close() {
      closed = true;
      clearTimeout(retry);
      unsubscribe();
    },
  };
}
