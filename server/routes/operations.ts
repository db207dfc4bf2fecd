import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { AppDependencies, ReadinessCheck } from '../dependencies.ts';
import { aliveSchema, type Readiness, readinessSchema } from '../schemas.ts';
import { within } from '../within.ts';

const tags = ['Operations'];
const CHECK_MS = 2_000;

export const operationRoutes: FastifyPluginAsyncZod<Pick<AppDependencies, 'readiness' | 'metrics'>> = async (
  app,
  { readiness, metrics },
) => {
  app.get(
    '/healthz',
    { schema: { tags, summary: 'The process is alive', response: { 200: aliveSchema } } },
    async () => ({
      status: 'ok' as const,
    }),
  );

  app.get(
    '/readyz',
    {
      schema: {
        tags,
        summary: 'Whether turns can be answered, with the state of each dependency',
        response: { 200: readinessSchema, 503: readinessSchema },
      },
    },
    async (_request, reply) => {
      const dependencies = Object.fromEntries(await Promise.all(readiness.map(probe)));
      const ready = Object.values(dependencies).every(({ state, required }) => state !== 'down' || !required);
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'unavailable', dependencies });
    },
  );

  app.get(
    '/metrics',
    { schema: { tags, summary: 'Figures in Prometheus’ text format', produces: ['text/plain'] } },
    async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
};

async function probe({ name, required, check }: ReadinessCheck): Promise<[string, Readiness['dependencies'][string]]> {
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  try {
    const report = await within(CHECK_MS, check());
    return [name, { state: 'up', ...report, required, ms: ms() }];
  } catch {
    // The cause stays in the log of whoever owns the connection: this page is public.
    return [name, { state: 'down', required, ms: ms(), message: `${name} does not answer` }];
  }
}
