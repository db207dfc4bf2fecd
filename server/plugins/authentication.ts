import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import fp from 'fastify-plugin';
import { forbidden, unauthorized } from '../../config/errors.ts';
import type { Caller, StaffMember } from '../../conversations/ports.ts';
import type { StaffRole } from '../../stores/schema.ts';
import type { StaffAccounts } from '../directory/staff-accounts.ts';
import type { Tokens } from '../tokens.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** onRequest hook of routes for customers and visitors. */
    requireCaller: onRequestAsyncHookHandler;
    /** onRequest hook of routes for staff of this role, of any when none is named; admins may do everything. */
    requireStaff(role?: StaffRole): onRequestAsyncHookHandler;
  }
  interface FastifyRequest {
    caller: Caller | null;
    staff: StaffMember | null;
  }
}

export interface AuthenticationOptions {
  tokens: Tokens;
  staff: Pick<StaffAccounts, 'find'>;
}

export const authentication = fp<AuthenticationOptions>(
  async (app, { tokens, staff }) => {
    app.decorateRequest('caller', null);
    app.decorateRequest('staff', null);

    app.decorate('requireCaller', async (request: FastifyRequest) => {
      const identity = await tokens.verify(bearerToken(request));
      if (identity.kind !== 'caller')
        throw forbidden('This is for customers and visitors; a staff token is of no use here.');
      request.caller = identity.caller;
    });

    app.decorate('requireStaff', (role?: StaffRole) => async (request: FastifyRequest) => {
      const identity = await tokens.verify(bearerToken(request));
      if (identity.kind !== 'staff') throw forbidden('This is for staff only.');
      const member = await staff.find(identity.staffId, identity.session);
      if (!member) throw unauthorized('This account is closed, or signed in anew elsewhere.');
      if (role !== undefined && member.role !== role && member.role !== 'admin')
        throw forbidden(`This needs the role ${role}.`);
      request.staff = member;
    });
  },
  { name: 'authentication' },
);

function bearerToken(request: FastifyRequest): string {
  const match = /^Bearer +([\w.~+/=-]+) *$/i.exec(request.headers.authorization ?? '');
  if (!match?.[1]) throw unauthorized('Send a token: Authorization: Bearer …');
  return match[1];
}

/** The caller of a route behind requireCaller. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw unauthorized('A customer’s or visitor’s token is needed.');
  return request.caller;
}

/** The member of staff on a route behind requireStaff. */
export function staffOf(request: FastifyRequest): StaffMember {
  if (!request.staff) throw unauthorized('A staff token is needed.');
  return request.staff;
}
