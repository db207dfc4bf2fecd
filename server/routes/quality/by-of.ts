import type { FastifyRequest } from 'fastify';
import type { By } from '../../../quality/labels/ports.ts';
import { staffOf } from '../../plugins/authentication.ts';

/** Who asks, for the record. */
export const byOf = (request: FastifyRequest): By => {
  const { id, email } = staffOf(request);
  return { id, name: email };
};
