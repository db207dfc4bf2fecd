import { AppError } from '../config/errors.ts';

/** The shop's system gave no answer that can be used: too late, an error, or nonsense. A later try may succeed. */
export const shopUnavailable = (detail: string, cause?: unknown, details?: { sent: false }): AppError =>
  new AppError({
    code: 'shop_unavailable',
    status: 503,
    message: `The shop's system: ${detail}.`,
    retryable: true,
    retryAfter: 30,
    cause,
    details,
  });

/** As {@link shopUnavailable}, before anything was sent: it is certain that nothing was done. */
export const shopUnreached = (detail: string, cause?: unknown): AppError =>
  shopUnavailable(detail, cause, { sent: false });

export const isShopUnavailable = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === 'shop_unavailable';

export const isShopRefused = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === 'shop_refused';

/** Whether a failure is one of {@link shopUnreached}. */
export const neverSent = (error: unknown): boolean =>
  error instanceof AppError &&
  typeof error.details === 'object' &&
  error.details !== null &&
  'sent' in error.details &&
  error.details.sent === false;

/** The shop's system understood and said no. */
export const shopRefused = (detail: string): AppError =>
  new AppError({ code: 'shop_refused', status: 409, message: `The shop's system: ${detail}.` });
