import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { OrderChanges } from '../../../conversations/desk/changes/order-changes.ts';
import { staffOf } from '../../plugins/authentication.ts';
import {
  changeFormSchema,
  changeFormsQuerySchema,
  idParamsSchema,
  orderParamsSchema,
  proposalOutcomeSchema,
  proposalParamsSchema,
  wantedChangeSchema,
} from '../../schemas.ts';

const PATH = '/api/desk/conversations/:id';
const about = (summary: string) => ({ tags: ['Desk'], summary, security: [{ bearer: [] }] });

/** Changes of a customer's orders that the agent who has the conversation puts to them. */
export const orderChangeRoutes: FastifyPluginAsyncZod<{ changes: OrderChanges }> = async (app, { changes }) => {
  app.addHook('onRequest', app.requireStaff('agent'));

  app.get(
    `${PATH}/orders/:orderId/changes`,
    {
      schema: {
        ...about('What can be proposed for an order of the conversation’s customer, and what the rules forbid'),
        params: orderParamsSchema,
        querystring: changeFormsQuerySchema,
        response: { 200: z.array(changeFormSchema) },
      },
    },
    ({ params, query }) => changes.forms(params.id, params.orderId, query.language),
  );
  app.post(
    `${PATH}/changes`,
    {
      schema: {
        ...about('Put a change of an order to the customer, who alone can confirm it'),
        params: idParamsSchema,
        body: wantedChangeSchema,
        response: { 200: proposalOutcomeSchema },
        'x-problems': [409],
      },
    },
    (request) => changes.propose(request.params.id, staffOf(request), request.body),
  );
  app.post(
    `${PATH}/changes/:changeId/withdraw`,
    {
      schema: {
        ...about('Take back a change that the customer has not answered'),
        params: proposalParamsSchema,
        'x-no-content': true,
        'x-problems': [409],
      },
    },
    async (request, reply) => {
      await changes.withdraw(request.params.id, staffOf(request), request.params.changeId);
      return reply.code(204).send();
    },
  );
};
