import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../../config/errors.ts';
import { caseHistory } from '../../quality/eval-runs/case-history.ts';
import { compareReports } from '../../quality/eval-runs/compare-reports.ts';
import { readReport } from '../../quality/eval-runs/report-shape.ts';
import type { EvalRunFiles } from '../../quality/eval-runs/run-files.ts';
import {
  caseHistorySchema,
  caseQuerySchema,
  comparedRunsSchema,
  evalComparisonSchema,
  evalRunSchema,
  idParamsSchema,
} from '../schemas.ts';

const about = (summary: string) => ({ tags: ['QA'], summary, security: [{ bearer: [] }] });

/** What runs of the evals found. */
export const evalRoutes: FastifyPluginAsyncZod<{ runs: EvalRunFiles }> = async (app, { runs }) => {
  app.addHook('onRequest', app.requireStaff('qa'));

  app.get(
    '/api/evals/runs',
    { schema: { ...about('Runs of the evals, newest first'), response: { 200: z.array(evalRunSchema) } } },
    () => runs.list(),
  );

  app.get(
    '/api/evals/runs/:id',
    { schema: { ...about('A run with its cases'), params: idParamsSchema, response: { 200: evalRunSchema } } },
    async (request) => {
      const run = await runs.find(request.params.id);
      if (!run) throw notFound('run');
      return run;
    },
  );

  app.get(
    '/api/evals/comparison',
    {
      schema: {
        ...about('What changed between two runs, suite by suite and case by case'),
        querystring: comparedRunsSchema,
        response: { 200: evalComparisonSchema },
      },
    },
    async ({ query }) => {
      const [before, after] = [readReport(await runs.find(query.before)), readReport(await runs.find(query.after))];
      if (!before || !after) throw notFound('run');
      return compareReports(before, after);
    },
  );

  app.get(
    '/api/evals/cases',
    {
      schema: {
        ...about('A case through the last runs, newest first'),
        querystring: caseQuerySchema,
        response: { 200: caseHistorySchema },
      },
    },
    async ({ query }) => {
      const history = await caseHistory(runs, { suite: query.suite, id: query.case });
      if (history.length === 0) throw notFound('case');
      return history;
    },
  );
};
