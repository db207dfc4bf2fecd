import { AppError } from '../config/errors.ts';

/** What callers may be told, and try again after, when PostgreSQL gives no connection or loses one. */
export const databaseUnreachable = (cause: unknown): AppError =>
  new AppError({
    code: 'database_unreachable',
    status: 503,
    message: 'The database is out of reach. Try again in a moment.',
    retryable: true,
    retryAfter: 5,
    cause,
  });
