import { AppError } from '../../../config/errors.ts';

/** Why the model gave no usable answer. `budget`: this turn may make no more calls, which is nobody's fault. */
export type UpstreamFailure =
  | 'rate_limited'
  | 'refused'
  | 'server_error'
  | 'connection'
  | 'timeout'
  /** The stream ended without finish_reason. */
  | 'cut'
  /** No JSON, or JSON of another shape. */
  | 'unreadable'
  | 'filtered'
  | 'breaker_open'
  | 'budget';

/** The model upstream failed; the local engine goes on. */
export class UpstreamError extends AppError {
  readonly failure: UpstreamFailure;
  /** The HTTP status that the upstream gave, if any. */
  readonly upstreamStatus: number | undefined;

  constructor(failure: UpstreamFailure, options: { upstreamStatus?: number | undefined; cause?: unknown } = {}) {
    super({
      code: `upstream_${failure}`,
      status: 502,
      message: `The model upstream failed: ${failure}.`,
      retryable: failure !== 'refused',
      cause: options.cause,
    });
    this.name = 'UpstreamError';
    this.failure = failure;
    this.upstreamStatus = options.upstreamStatus;
  }
}

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const CONNECTION_CODES =
  /^(?:ECONN|EAI_|ENOTFOUND|EPIPE|EHOST|ENET|ETIMEDOUT|UND_ERR|ERR_SSL|CERT_|ERR_TLS|DEPTH_ZERO)/;

/** The code of an error or of what caused it, up to four levels down. */
function codeOf(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 4 && current !== undefined; depth++) {
    const code = field(current, 'code');
    if (typeof code === 'string') return code;
    current = field(current, 'cause');
  }
  return undefined;
}

/** Tells failures apart by status, code and class name; texts of messages differ between vendors and versions. */
export function classifyUpstreamError(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const status = field(error, 'status');
  if (typeof status === 'number') {
    const failure =
      status === 429
        ? 'rate_limited'
        : status === 408 || status === 504
          ? 'timeout'
          : status >= 500
            ? 'server_error'
            : 'refused';
    return new UpstreamError(failure, { upstreamStatus: status, cause: error });
  }
  const names = [field(error, 'name'), field(field(error, 'constructor'), 'name')];
  if (names.includes('TimeoutError') || names.includes('APIConnectionTimeoutError'))
    return new UpstreamError('timeout', { cause: error });
  if (names.includes('APIConnectionError') || CONNECTION_CODES.test(codeOf(error) ?? ''))
    return new UpstreamError('connection', { cause: error });
  return new UpstreamError('unreadable', { cause: error });
}
