import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ChangeDesk } from '../../../conversations/desk/change-desk.ts';
import { ledgerSheet } from '../../ledger-sheet.ts';
import { staffOf } from '../../plugins/authentication.ts';
import {
  approvalSchema,
  changeParamsSchema,
  decisionSchema,
  ledgerQuerySchema,
  ledgerRowSchema,
  undoSchema,
} from '../../schemas/change-desk.ts';
import { idParamsSchema } from '../../schemas.ts';
import { sendSheet } from '../../send-sheet.ts';

const about = (summary: string) => ({ tags: ['Desk'], summary, security: [{ bearer: [] }] });

/** Changes of orders that a person approves, and the ledger of all changes. */
export const changeDeskRoutes: FastifyPluginAsyncZod<{ changes: ChangeDesk }> = async (app, { changes }) => {
  app.addHook('onRequest', app.requireStaff('agent'));
  app.get(
    '/api/desk/approvals',
    {
      schema: {
        ...about('Changes of orders that wait for approval'),
        querystring: z.object({ conversationId: z.string().max(200).optional() }),
        response: { 200: z.array(approvalSchema) },
      },
    },
    ({ query }) => changes.list(query.conversationId === undefined ? {} : { conversationId: query.conversationId }),
  );
  app.post(
    '/api/desk/approvals/:id',
    {
      schema: {
        ...about('Approve or refuse a change; the customer is told'),
        params: idParamsSchema,
        body: decisionSchema,
        response: { 200: z.object({ outcome: z.string() }) },
        'x-problems': [409],
      },
    },
    (request) => changes.decide(request.params.id, staffOf(request).id, request.body),
  );
  app.get(
    '/api/desk/changes',
    {
      schema: {
        ...about('The ledger: every change of an order, newest first'),
        querystring: ledgerQuerySchema,
        response: { 200: z.array(ledgerRowSchema) },
      },
    },
    ({ query: { language, ...filter } }) => changes.ledger(filter, language),
  );
  app.get(
    '/api/desk/changes/export',
    {
      schema: {
        ...about('The ledger as CSV'),
        querystring: ledgerQuerySchema.omit({ before: true, limit: true }),
        'x-sheet': ['csv'],
      },
    },
    async ({ query: { language, ...filter } }, reply) =>
      sendSheet(reply, {
        text: await ledgerSheet((page) => changes.ledger({ ...filter, ...page }, language)),
        name: 'order-changes',
        format: 'csv',
      }),
  );
  app.post(
    '/api/desk/changes/:id/undo',
    {
      schema: {
        ...about('Take a change of an order back, by the shop’s rules; the customer is told'),
        params: changeParamsSchema,
        body: undoSchema,
        response: { 200: z.object({ outcome: z.string() }) },
        'x-problems': [409],
      },
    },
    (request) => changes.undo(request.params.id, staffOf(request).id, request.body),
  );
};
