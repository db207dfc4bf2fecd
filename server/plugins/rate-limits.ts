import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import fp from 'fastify-plugin';
import { tooMany } from '../../config/errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** preHandler hooks; each counts over all routes that use it. */
    limits: {
      /** Messages a minute of one customer or visitor. */
      chat: preHandlerAsyncHookHandler;
      /** Everything else that a customer or visitor asks for. */
      reads: preHandlerAsyncHookHandler;
      /** Tokens for newcomers, by address. */
      visitors: preHandlerAsyncHookHandler;
    };
  }
}

/** A widget reads its history and events around each message. */
const READS_PER_MESSAGE = 10;
const VISITORS_A_MINUTE = 600;
/** Callers that are remembered within a minute. */
const CALLERS_KEPT = 50_000;

const byCaller = (request: FastifyRequest) => `${request.caller?.kind}:${request.caller?.id}`;

export const rateLimits = fp<{ chatPerMinute: number }>(
  async (app, { chatPerMinute }) => {
    await app.register(rateLimit, {
      global: false,
      timeWindow: 60_000,
      cache: CALLERS_KEPT,
      // The library throws what this returns.
      errorResponseBuilder: (_request, { ttl }) =>
        tooMany('Too many requests in a minute; try again later.', Math.ceil(ttl / 1000)),
    });
    app.decorate('limits', {
      chat: app.rateLimit({ max: chatPerMinute, keyGenerator: byCaller }),
      reads: app.rateLimit({ max: chatPerMinute * READS_PER_MESSAGE, keyGenerator: byCaller }),
      visitors: app.rateLimit({ max: VISITORS_A_MINUTE }),
    });
  },
  { name: 'rate-limits' },
);
