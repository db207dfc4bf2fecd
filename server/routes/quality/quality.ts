import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Quality } from '../../../quality/ports.ts';
import { caseRoutes } from './cases.ts';
import { datasetRoutes } from './datasets.ts';
import { labelFileRoutes } from './label-files.ts';
import { labelRoutes } from './labels.ts';
import { modelRoutes } from './models.ts';
import { shadowRoutes } from './shadow.ts';
import { traceRoutes } from './traces.ts';
import { trainingRoutes } from './training.ts';

/** QA's data loop. */
export const qualityRoutes: FastifyPluginAsyncZod<{ quality: Quality }> = async (app, { quality }) => {
  app.addHook('onRequest', app.requireStaff('qa'));
  await app.register(labelRoutes, { quality });
  await app.register(labelFileRoutes, { quality });
  await app.register(datasetRoutes, { quality });
  await app.register(trainingRoutes, { quality });
  await app.register(modelRoutes, { quality });
  await app.register(shadowRoutes, { quality });
  await app.register(caseRoutes, { quality });
  await app.register(traceRoutes, { quality });
};
