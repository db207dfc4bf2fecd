import { randomUUID } from 'node:crypto';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import { answerClientError } from './client-error.ts';
import type { AppDependencies, ServerLimits } from './dependencies.ts';
import { admission } from './plugins/admission.ts';
import { audit } from './plugins/audit.ts';
import { authentication } from './plugins/authentication.ts';
import { cors } from './plugins/cors.ts';
import { gracefulClose } from './plugins/graceful-close.ts';
import { httpMetrics } from './plugins/http-metrics.ts';
import { openStreams } from './plugins/open-streams.ts';
import { openApi } from './plugins/openapi.ts';
import { createErrorHandler, problemDetails } from './plugins/problem-details.ts';
import { rateLimits } from './plugins/rate-limits.ts';
import { requestText } from './plugins/request-text.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { unreadBodies } from './plugins/unread-bodies.ts';
import { apiRoutes } from './routes/api.ts';
import { channelRoutes } from './routes/channels.ts';
import { docsRoutes } from './routes/docs.ts';
import { webPageRoutes } from './routes/web-pages.ts';
import { createTokens } from './tokens.ts';

const MEGABYTE = 1024 * 1024;

const LIMITS: ServerLimits = {
  openingTurns: 256,
  stallMs: 30_000,
  heartbeatMs: 15_000,
  uploadBytes: 50 * MEGABYTE,
};

/**
 * Builds the HTTP server. The caller listens; at the end it closes the turns first, so that replies under way reach
 * their streams, then the app, which ends all streams that are still open.
 */
export async function createApp(dependencies: AppDependencies): Promise<FastifyInstance> {
  const { directory, logger, metrics, queue, secrets, settings, webDir } = dependencies;
  const limits = { ...LIMITS, ...dependencies.limits };
  const tokens = await createTokens(secrets);
  const answerError = createErrorHandler(metrics);
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MEGABYTE,
    // For a whole request to arrive, uploads over slow lines included.
    requestTimeout: 300_000,
    genReqId: () => randomUUID(),
    clientErrorHandler: answerClientError,
    // For addresses that the router can't read: no hook sees them.
    frameworkErrors(error, request, reply) {
      reply.header('x-request-id', request.id);
      answerError(error, request, reply);
    },
    routerOptions: { maxParamLength: 250 },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });

  // The order is the order of the hooks: headers before anything that may refuse.
  await app.register(problemDetails, { metrics });
  await app.register(securityHeaders);
  await app.register(cors);
  await app.register(requestText);
  await app.register(unreadBodies);
  await app.register(httpMetrics, { metrics, queue, logger });
  await app.register(openStreams, { limits, metrics });
  await app.register(gracefulClose);
  await app.register(authentication, { tokens, staff: directory.staff });
  await app.register(audit, dependencies);
  await app.register(rateLimits, { chatPerMinute: settings.rateLimit });
  await app.register(admission, { limit: limits.openingTurns });
  await app.register(openApi);

  await app.register(apiRoutes, { dependencies, tokens, limits });
  await app.register(channelRoutes, { channels: dependencies.channels });
  await app.register(webPageRoutes, { webDir });
  await app.register(docsRoutes);
  return app;
}
