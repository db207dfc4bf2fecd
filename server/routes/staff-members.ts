import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../../config/errors.ts';
import type { StaffTeam } from '../directory/staff-team.ts';
import { staffOf } from '../plugins/authentication.ts';
import {
  addedMemberSchema,
  idParamsSchema,
  memberChangeSchema,
  newMemberSchema,
  staffLinkSchema,
  teamMemberSchema,
} from '../schemas.ts';

const PATH = '/api/staff/members';
const about = (summary: string) => ({ tags: ['Staff'], summary, security: [{ bearer: [] }] });
const params = idParamsSchema;

const account = (id: string): string => {
  if (!z.guid().safeParse(id).success) throw notFound('account');
  return id;
};

/** Accounts of the people who work here; for admins. Nothing is deleted: what somebody wrote keeps its name. */
export const staffMemberRoutes: FastifyPluginAsyncZod<{ team: StaffTeam }> = async (app, { team }) => {
  app.addHook('onRequest', app.requireStaff('admin'));

  app.get(
    PATH,
    { schema: { ...about('Everybody with an account'), response: { 200: z.array(teamMemberSchema) } } },
    () => team.list(),
  );
  app.post(
    PATH,
    {
      schema: {
        ...about('Add a member of staff'),
        description: 'The link in the answer lets them choose a password; hand it over yourself.',
        body: newMemberSchema,
        response: { 201: addedMemberSchema },
        'x-problems': [409],
      },
    },
    async (request, reply) => reply.code(201).send(await team.add(request.body)),
  );
  app.put(
    `${PATH}/:id`,
    {
      schema: {
        ...about('Change name and role, close or open an account'),
        description: 'It counts from the next request of theirs on.',
        params,
        body: memberChangeSchema,
        response: { 200: teamMemberSchema },
        'x-problems': [409],
      },
    },
    (request) => team.change(account(request.params.id), request.body, staffOf(request)),
  );
  app.post(
    `${PATH}/:id/link`,
    {
      schema: {
        ...about('A link to choose a new password'),
        description: 'Good for 48 hours and one use; a new one makes those before it void.',
        params,
        response: { 201: staffLinkSchema },
        'x-problems': [409],
      },
    },
    async (request, reply) => reply.code(201).send(await team.link(account(request.params.id))),
  );
};
