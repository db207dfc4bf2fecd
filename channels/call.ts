import { AppError } from '../config/errors.ts';

const LONGEST_ANSWER = 256 * 1024;
const WAIT_MS = 10_000;

/** The channel's server answered badly or not at all. `retryAfterMs`: when it wants to be asked again. */
export class ChannelError extends AppError {
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { status?: number; retryAfterMs?: number; cause?: unknown } = {}) {
    super({ code: 'channel_failed', status: 502, message, retryable: true, cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** POSTs JSON and reads the JSON answer; ends after 10 s. {@link ChannelError} for anything but 2xx. */
export async function callJson(
  url: string,
  body: string,
  options: { signal: AbortSignal; headers?: Record<string, string> },
): Promise<unknown> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(WAIT_MS)]);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...options.headers },
    body,
    signal,
    redirect: 'error',
  }).catch((cause: unknown) => {
    // The address may hold a token: it must not reach a log.
    throw new ChannelError('The channel’s server could not be reached.', { cause });
  });
  const text = (await response.text()).slice(0, LONGEST_ANSWER);
  if (!response.ok) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new ChannelError(`The channel’s server answered ${response.status}.`, {
      status: response.status,
      ...(seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {}),
    });
  }
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new ChannelError('The channel’s server did not answer with JSON.', { cause });
  }
}
