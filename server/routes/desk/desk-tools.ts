import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../../../config/errors.ts';
import { deskSettingsSchema } from '../../../conversations/desk/desk-settings.ts';
import type { DeskTools } from '../../../conversations/desk/desk-tools.ts';
import { staffOf } from '../../plugins/authentication.ts';
import {
  cannedReplyInputSchema,
  cannedReplySchema,
  colleagueSchema,
  handoffRuleInputSchema,
  handoffRuleSchema,
  idParamsSchema,
  knownLabelsSchema,
  labelsGivenSchema,
  labelsSchema,
  presenceSchema,
  ruleOrderSchema,
} from '../../schemas.ts';

const about = (summary: string) => ({ tags: ['Desk'], summary, security: [{ bearer: [] }] });
const none = { 'x-no-content': true };

/** A table's id, or nothing of that name. */
const uuid = (id: string, what: string): string => {
  if (!z.guid().safeParse(id).success) throw notFound(what);
  return id;
};

/** Canned replies, labels, presence, and what admins set: rules for handoffs, and times. */
export const deskToolRoutes: FastifyPluginAsyncZod<{ tools: DeskTools }> = async (app, { tools }) => {
  app.addHook('onRequest', app.requireStaff('agent'));
  const { rules, replies, labels, presence, settings } = tools;
  const params = idParamsSchema;
  const onRequest = app.requireStaff('admin');

  const ruleList = { response: { 200: z.array(handoffRuleSchema) } };
  app.get(
    '/api/desk/rules',
    { schema: { ...about('Rules that call or offer a person, in their order'), ...ruleList } },
    () => rules.list(),
  );
  app.post(
    '/api/desk/rules',
    {
      onRequest,
      schema: { ...about('Add a rule'), body: handoffRuleInputSchema, response: { 201: handoffRuleSchema } },
    },
    async (request, reply) => reply.code(201).send(await rules.create(request.body)),
  );
  app.put(
    '/api/desk/rules/order',
    {
      onRequest,
      schema: {
        ...about('Put the rules into an order: the first that applies counts'),
        body: ruleOrderSchema,
        ...ruleList,
      },
    },
    (request) => rules.reorder(request.body.ids),
  );
  app.put(
    '/api/desk/rules/:id',
    {
      onRequest,
      schema: { ...about('Change a rule'), params, body: handoffRuleInputSchema, response: { 200: handoffRuleSchema } },
    },
    (request) => rules.update(uuid(request.params.id, 'rule'), request.body),
  );
  app.delete(
    '/api/desk/rules/:id',
    { onRequest, schema: { ...about('Remove a rule'), params, ...none } },
    async (request, reply) => {
      await rules.remove(uuid(request.params.id, 'rule'));
      return reply.code(204).send();
    },
  );

  app.get(
    '/api/desk/canned-replies',
    { schema: { ...about('Replies that are needed again and again'), response: { 200: z.array(cannedReplySchema) } } },
    () => replies.list(),
  );
  const canned = { body: cannedReplyInputSchema, 'x-problems': [409] };
  app.post(
    '/api/desk/canned-replies',
    { schema: { ...about('Add a canned reply'), ...canned, response: { 201: cannedReplySchema } } },
    async (request, reply) => reply.code(201).send(await replies.create(request.body)),
  );
  app.put(
    '/api/desk/canned-replies/:id',
    { schema: { ...about('Change a canned reply'), ...canned, params, response: { 200: cannedReplySchema } } },
    (request) => replies.update(uuid(request.params.id, 'canned reply'), request.body),
  );
  app.delete(
    '/api/desk/canned-replies/:id',
    { schema: { ...about('Remove a canned reply'), params, ...none } },
    async (request, reply) => {
      await replies.remove(uuid(request.params.id, 'canned reply'));
      return reply.code(204).send();
    },
  );

  app.get('/api/desk/labels', { schema: { ...about('Labels in use'), response: { 200: knownLabelsSchema } } }, () =>
    labels.known(),
  );
  app.put(
    '/api/desk/conversations/:id/labels',
    {
      schema: {
        ...about('Give a conversation exactly these labels'),
        params,
        body: labelsSchema,
        response: { 200: labelsGivenSchema },
      },
    },
    async (request) => ({ labels: await labels.set(request.params.id, request.body.labels, staffOf(request)) }),
  );

  app.get(
    '/api/desk/colleagues',
    {
      schema: { ...about('Agents: who is there, and how much they have'), response: { 200: z.array(colleagueSchema) } },
    },
    () => presence.colleagues(),
  );
  app.put(
    '/api/desk/presence',
    {
      schema: {
        ...about('I am at my desk; to be said every half minute'),
        body: presenceSchema,
        'x-optional-body': true,
        ...none,
      },
    },
    async (request, reply) => {
      await presence.seen(staffOf(request), request.body?.available);
      return reply.code(204).send();
    },
  );

  const times = { response: { 200: deskSettingsSchema } };
  app.get('/api/desk/settings', { schema: { ...about('The desk’s times, in minutes'), ...times } }, () =>
    settings.read(),
  );
  app.put(
    '/api/desk/settings',
    { onRequest, schema: { ...about('Set the desk’s times'), body: deskSettingsSchema, ...times } },
    (request) => settings.write(request.body),
  );
};
