import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { badRequest, unauthorized } from '../config/errors.ts';
import { callJson } from './call.ts';
import type { Channel } from './channel.ts';
import { readJson } from './read-json.ts';

/** How far the clocks of both sides may differ. */
const TOLERANCE_SECONDS = 300;
const HEADER = 'x-kefu-signature';

const incoming = z.object({
  personId: z.string().min(1).max(200),
  messageId: z.string().regex(/^[^\s\p{C}]{1,200}$/u),
  text: z.string().min(1).max(8_000),
  locale: z.enum(['zh', 'en']).optional(),
});

const OK = { status: 202, type: 'application/json', body: '{"accepted":true}' };

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`: what both directions are signed with. */
export function signature(secret: string, body: string, seconds: number): string {
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}

function verify(secret: string, header: string | string[] | undefined, body: string, now: number): void {
  const given = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(String(header ?? ''));
  const seconds = Number(given?.[1]);
  if (!given?.[2])
    throw unauthorized(`Sign the request: ${HEADER}: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">.`);
  if (Math.abs(now / 1_000 - seconds) > TOLERANCE_SECONDS)
    throw unauthorized('The signature is too old or from the future; check the clock.');
  const right = Buffer.from(signature(secret, body, seconds).split('v1=')[1] ?? '', 'hex');
  if (!timingSafeEqual(right, Buffer.from(given[2], 'hex'))) throw unauthorized('The signature does not fit.');
}

/** A signed webhook in, a signed webhook out: for the shop's own app, or any platform that a few lines can connect. */
export const createWebhookChannel = (settings: { secret: string; url: string; now?: () => number }): Channel => {
  const { secret, url, now = Date.now } = settings;
  return {
    name: 'webhook',
    async receive({ headers, body }) {
      verify(secret, headers[HEADER], body, now());
      const parsed = incoming.safeParse(readJson(body));
      if (!parsed.success)
        throw badRequest('bad_message', 'Send {personId, messageId, text, locale?}.', parsed.error.issues);
      const { locale, ...message } = parsed.data;
      return { kind: 'message', message: { ...message, ...(locale ? { locale } : {}) }, silence: OK };
    },
    async send(message, signal) {
      const body = JSON.stringify(message);
      const signed = signature(secret, body, Math.floor(now() / 1_000));
      await callJson(url, body, { signal, headers: { [HEADER]: signed } });
    },
  };
};
