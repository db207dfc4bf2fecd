/** Options of an {@link AppError}. `status` is an HTTP status; `details` is safe to show to the caller. */
export interface AppErrorOptions {
  code: string;
  status: number;
  message: string;
  retryable?: boolean;
  /** Seconds until a retry makes sense; becomes the Retry-After header. */
  retryAfter?: number;
  details?: unknown;
  cause?: unknown;
}

/** An error with a stable code that clients may rely on; rendered as problem+json (RFC 9457). */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly retryable: boolean;
  readonly retryAfter: number | undefined;
  readonly details: unknown;

  constructor(options: AppErrorOptions) {
    super(options.message, { cause: options.cause });
    this.name = 'AppError';
    this.code = options.code;
    this.status = options.status;
    this.retryable = options.retryable ?? false;
    this.retryAfter = options.retryAfter;
    this.details = options.details;
  }
}

/** The same answer for a missing object and for somebody else's: nothing can be learned from it. */
export const notFound = (what: string): AppError =>
  new AppError({ code: 'not_found', status: 404, message: `No such ${what}.` });

export const badRequest = (code: string, message: string, details?: unknown): AppError =>
  new AppError({ code, status: 400, message, details });

export const conflict = (code: string, message: string): AppError => new AppError({ code, status: 409, message });

export const forbidden = (message: string): AppError => new AppError({ code: 'forbidden', status: 403, message });

export const unauthorized = (message: string): AppError => new AppError({ code: 'unauthorized', status: 401, message });

export const tooMany = (message: string, retryAfter: number): AppError =>
  new AppError({ code: 'too_many_requests', status: 429, message, retryable: true, retryAfter });
