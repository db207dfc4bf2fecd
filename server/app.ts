import { type FastifyInstance, fastify } from 'fastify';
import type { AppDependencies } from './dependencies.ts';

/** Builds the HTTP server; the caller listens, and closes it after the turns have ended. */
export async function createApp(dependencies: AppDependencies): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({ loggerInstance: dependencies.logger });
  return app;
}
