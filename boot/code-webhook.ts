import type { Logger } from '../config/logger.ts';
import type { SendCode } from '../tools/visitors/visitor-lookup.ts';

const TIMEOUT_MS = 5_000;

/** Posts `{to, code, language}` to the shop's own sender of SMS and e-mail; its failures are logged, never the code. */
export const codeWebhook =
  (url: string, logger: Pick<Logger, 'warn'>): SendCode =>
  async (message) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (!response.ok) logger.warn({ status: response.status }, 'a one-time code was not taken');
    } catch (error) {
      logger.warn({ err: error }, 'a one-time code could not be handed over');
    }
  };
