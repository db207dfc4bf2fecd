import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../../config/errors.ts';
import type { DemoCustomers } from '../directory/demo-customers.ts';
import { customerTokenSchema, demoCustomerSchema, idParamsSchema } from '../schemas.ts';
import type { Tokens } from '../tokens.ts';

/** Registered in demo mode only: outside of it these addresses don't exist. */
export const demoRoutes: FastifyPluginAsyncZod<{ tokens: Tokens; customers: DemoCustomers }> = async (
  app,
  { tokens, customers },
) => {
  app.get(
    '/api/demo/customers',
    {
      schema: {
        tags: ['Sign-in'],
        summary: 'Customers to try the shop as (demo only)',
        response: { 200: z.array(demoCustomerSchema) },
      },
    },
    () => customers.list(),
  );

  app.post(
    '/api/demo/customers/:id/token',
    {
      schema: {
        tags: ['Sign-in'],
        summary: 'Sign in as a customer (demo only)',
        description: 'Signs the token that the shop’s own server would sign for its logged-in customer.',
        params: idParamsSchema,
        response: { 201: customerTokenSchema },
      },
    },
    async (request, reply) => {
      const customer = await customers.find(request.params.id);
      if (!customer) throw notFound('customer');
      const { token, expiresAt } = await tokens.forCustomer(customer);
      return reply.code(201).send({ token, expiresAt: expiresAt.toISOString() });
    },
  );
};
