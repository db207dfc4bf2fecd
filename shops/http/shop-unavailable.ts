import { AppError } from '../../config/errors.ts';

/** The shop's system gave no answer that can be used: too late, an error, or nonsense. A later try may succeed. */
export const shopUnavailable = (detail: string, cause?: unknown): AppError =>
  new AppError({
    code: 'shop_unavailable',
    status: 503,
    message: `The shop's system: ${detail}.`,
    retryable: true,
    retryAfter: 30,
    cause,
  });

/** The shop's system understood and said no. */
export const shopRefused = (detail: string): AppError =>
  new AppError({ code: 'shop_refused', status: 409, message: `The shop's system: ${detail}.` });
