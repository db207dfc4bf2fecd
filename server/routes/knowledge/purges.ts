import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { PurgeService, PurgeView } from '../../../knowledge/purge/ports.ts';
import { staffOf } from '../../plugins/authentication.ts';
import { type PurgeBody, purgeSchema } from '../../schemas.ts';

const PATH = '/api/knowledge/purge';
const tags = ['Knowledge'];
const security = [{ bearer: [] }];

const body = ({ requestedAt, finishedAt, ...purge }: PurgeView): PurgeBody => ({
  ...purge,
  requestedAt: requestedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

export const purgeRoutes: FastifyPluginAsyncZod<{ purges: PurgeService }> = async (app, { purges }) => {
  app.post(
    PATH,
    {
      schema: {
        tags,
        summary: 'Make what was deleted leave the disk',
        description:
          'Text, vectors and files of deleted and replaced documents and FAQs, and their quotes in stored replies. It ' +
          'is done by a worker, one at a time; GET shows how far it is. One that still waits stands for this one.',
        security,
        response: { 202: purgeSchema },
      },
    },
    async (request, reply) =>
      reply
        .code(202)
        .header('location', PATH)
        .send(body(await purges.request(staffOf(request).id))),
  );

  app.get(
    PATH,
    {
      schema: {
        tags,
        summary: 'The latest purges, the newest first',
        security,
        response: { 200: z.array(purgeSchema) },
      },
    },
    async () => (await purges.list()).map(body),
  );
};
