import { AppError } from '../../config/errors.ts';

/** An embedded server that can't run: what was tried, what it said last, and what the reader can do. */
export const embeddedFailed = (message: string, options: { output?: string; hint?: string; cause?: unknown } = {}) =>
  new AppError({
    code: 'embedded_server_failed',
    status: 503,
    message: [message, lastLines(options.output), options.hint].filter(Boolean).join('\n'),
    cause: options.cause,
  });

const lastLines = (output = '', count = 6): string =>
  output
    .trim()
    .split('\n')
    .slice(-count)
    .map((line) => `  ${line}`)
    .join('\n')
    .trimEnd();
