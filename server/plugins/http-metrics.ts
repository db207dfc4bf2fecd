import fp from 'fastify-plugin';
import { Gauge } from 'prom-client';
import type { AppDependencies } from '../dependencies.ts';
import { within } from '../within.ts';

const DEPTH_LIMIT_MS = 1_000;

/** Durations by route and the queue's depth; GET /metrics itself is a route. */
export const httpMetrics = fp<Pick<AppDependencies, 'metrics' | 'queue' | 'logger'>>(
  async (app, { metrics, queue, logger }) => {
    app.addHook('onResponse', async (request, reply) => {
      const labels = {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: String(reply.statusCode),
      };
      metrics.httpSeconds.observe(labels, reply.elapsedTime / 1000);
    });
    const jobs: Gauge<'state'> = new Gauge({
      name: 'kefu_queue_jobs',
      help: 'Jobs of the ingest queue by state',
      labelNames: ['state'],
      registers: [metrics.registry],
      async collect() {
        try {
          const depth = await within(DEPTH_LIMIT_MS, queue.depth());
          for (const [state, count] of Object.entries(depth)) jobs.set({ state }, count);
        } catch (error) {
          logger.warn({ err: error }, 'the depth of the queue is unknown');
          jobs.reset();
        }
      },
    });
  },
  { name: 'http-metrics' },
);
