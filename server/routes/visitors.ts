import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { visitorTokenSchema } from '../schemas.ts';
import type { Tokens } from '../tokens.ts';

export const visitorRoutes: FastifyPluginAsyncZod<{ tokens: Tokens }> = async (app, { tokens }) => {
  app.post(
    '/api/visitors',
    {
      preHandler: app.limits.visitors,
      schema: {
        tags: ['Sign-in'],
        summary: 'Become an anonymous visitor',
        description: 'The token is the visitor: whoever holds it sees the conversations begun with it.',
        response: { 201: visitorTokenSchema },
        'x-problems': [429],
      },
    },
    async (_request, reply) => {
      const { token, expiresAt } = await tokens.forVisitor();
      return reply.code(201).send({ token, expiresAt: expiresAt.toISOString() });
    },
  );
};
