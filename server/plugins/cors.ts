import fp from 'fastify-plugin';

const API = /^\/(?:api|v1)\//;
const METHODS = 'GET, POST, PUT, DELETE, OPTIONS';
const HEADERS = 'authorization, content-type, accept, last-event-id, x-conversation-id, idempotency-key, user-agent';
const EXPOSED = 'x-conversation-id, x-request-id, x-vercel-ai-ui-message-stream, retry-after, location';
const PREFLIGHT_SECONDS = 7_200;

/**
 * The widget runs on the shop's pages, so the API answers any origin. No cookies exist here and credentials are not
 * allowed: a page of others can do nothing without the bearer token.
 */
export const cors = fp(
  async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      if (!API.test(request.url)) return;
      reply.header('vary', 'Origin');
      const { origin } = request.headers;
      if (!origin) return;
      reply.header('access-control-allow-origin', origin);
      reply.header('cross-origin-resource-policy', 'cross-origin');
      reply.header('access-control-expose-headers', EXPOSED);
      if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return;
      reply.header('access-control-allow-methods', METHODS);
      // The OpenAI client sends a dozen x-stainless-* headers: what a preflight asks for is granted.
      reply.header('access-control-allow-headers', request.headers['access-control-request-headers'] ?? HEADERS);
      reply.header('access-control-max-age', PREFLIGHT_SECONDS);
      return reply.code(204).send();
    });
  },
  { name: 'cors' },
);
