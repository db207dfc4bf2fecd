import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { unauthorized } from '../../config/errors.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { SignedInMember, StaffAccounts } from '../directory/staff-accounts.ts';
import type { StaffTeam } from '../directory/staff-team.ts';
import { createLoginGuard } from '../login-guard.ts';
import { staffOf } from '../plugins/authentication.ts';
import { loginSchema, passwordChangeSchema, redeemSchema, type StaffToken, staffTokenSchema } from '../schemas.ts';
import type { Tokens } from '../tokens.ts';

export const staffLoginRoutes: FastifyPluginAsyncZod<{
  tokens: Tokens;
  staff: Pick<StaffAccounts, 'authenticate'>;
  team: Pick<StaffTeam, 'redeem' | 'setPassword'>;
  audit: AuditLog;
}> = async (app, { tokens, staff, team, audit }) => {
  const guard = createLoginGuard();
  const tags = ['Sign-in'];
  const response = { 200: staffTokenSchema };

  async function letIn({ id, role, name, email, session }: SignedInMember): Promise<StaffToken> {
    const { token, expiresAt } = await tokens.forStaff(id, session);
    return { token, expiresAt: expiresAt.toISOString(), id, role, name, email };
  }

  app.post(
    '/api/staff/login',
    {
      schema: {
        tags,
        summary: 'Sign in as staff',
        description: 'After ten failures in a minute from one address for one account: 429.',
        body: loginSchema,
        response,
        'x-problems': [401, 429],
      },
    },
    async (request) => {
      const { email, password } = request.body;
      const key = `${request.ip} ${email.trim().toLowerCase()}`;
      const member = await guard.attempt(key, () => staff.authenticate(email, password));
      if (!member) {
        await audit.recordFailedLogin(email);
        throw unauthorized('The address or the password is wrong.');
      }
      await audit.record({ action: 'login', actor: member });
      return letIn(member);
    },
  );

  app.post(
    '/api/staff/welcome',
    {
      schema: {
        tags,
        summary: 'Choose a password with a link from an admin',
        description: 'Signs in; every earlier sign-in of the account ends.',
        body: redeemSchema,
        response,
        'x-problems': [410, 429],
      },
    },
    async (request) => {
      const { token, password } = request.body;
      const member = await guard.attempt(`${request.ip} welcome`, () => team.redeem(token, password));
      if (!member) throw unauthorized('The link is of no use.');
      await audit.record({ action: 'staff.welcome', actor: member });
      return letIn(member);
    },
  );

  app.put(
    '/api/staff/password',
    {
      onRequest: app.requireStaff(),
      schema: {
        tags,
        summary: 'A new password of one’s own',
        description: 'The token in the answer goes on; every other sign-in of the account ends.',
        security: [{ bearer: [] }],
        body: passwordChangeSchema,
        response,
        'x-problems': [403, 429],
      },
    },
    async (request) => {
      const { id } = staffOf(request);
      const member = await guard.attempt(`password ${id}`, () => team.setPassword(id, request.body));
      if (!member) throw unauthorized('The password is wrong.');
      return letIn(member);
    },
  );
};
