import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { unauthorized } from '../../config/errors.ts';
import type { StaffAccounts } from '../directory/staff-accounts.ts';
import { createLoginGuard } from '../login-guard.ts';
import { loginSchema, staffTokenSchema } from '../schemas.ts';
import type { Tokens } from '../tokens.ts';

export const staffLoginRoutes: FastifyPluginAsyncZod<{
  tokens: Tokens;
  staff: Pick<StaffAccounts, 'authenticate'>;
}> = async (app, { tokens, staff }) => {
  const guard = createLoginGuard();

  app.post(
    '/api/staff/login',
    {
      schema: {
        tags: ['Sign-in'],
        summary: 'Sign in as staff',
        description: 'After ten failures in a minute from one address for one account: 429.',
        body: loginSchema,
        response: { 200: staffTokenSchema },
        'x-problems': [401, 429],
      },
    },
    async (request) => {
      const { email, password } = request.body;
      const key = `${request.ip} ${email.trim().toLowerCase()}`;
      const member = await guard.attempt(key, () => staff.authenticate(email, password));
      if (!member) throw unauthorized('The address or the password is wrong.');
      const { token, expiresAt } = await tokens.forStaff(member.id);
      const { id, role, name } = member;
      return { token, expiresAt: expiresAt.toISOString(), id, role, name, email: member.email };
    },
  );
};
