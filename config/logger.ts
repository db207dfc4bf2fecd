import { type Logger, pino } from 'pino';
import type { Settings } from './env.ts';
import { loggedError } from './logged-error.ts';

export type { Logger };

/** JSON lines on stderr, so that stdout keeps the ready line alone. Tokens and customers' texts are never logged. */
export const createLogger = (settings: Pick<Settings, 'logLevel'>): Logger =>
  pino(
    {
      level: settings.logLevel,
      base: null,
      serializers: { err: loggedError },
      redact: ['req.headers.authorization', 'token', 'password', 'apiKey'],
    },
    pino.destination({ fd: 2, sync: false }),
  );
