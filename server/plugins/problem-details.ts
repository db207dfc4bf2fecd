import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Metrics } from '../metrics.ts';
import { type Problem, problemJson, problemOf } from '../problem.ts';

/** How a problem is written; the OpenAI routes have their own shape. */
export type ProblemWriter = (problem: Problem, requestId: string) => { type: string; body: unknown };

const problemDetailsWriter: ProblemWriter = (problem, requestId) => ({
  type: 'application/problem+json; charset=utf-8',
  body: problemJson(problem, requestId),
});

/** Makes the error handler: counts, logs what is our fault, sets headers, writes. */
export function createErrorHandler(metrics: Pick<Metrics, 'error'>, write: ProblemWriter = problemDetailsWriter) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error);
    metrics.error(problem.code);
    if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
    if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    const { type, body } = write(problem, request.id);
    return reply.code(problem.status).type(type).send(JSON.stringify(body));
  };
}

/** The answer for an address that does not exist. */
export const unknownAddress = (request: FastifyRequest): Problem => ({
  status: 404,
  code: 'not_found',
  detail: `There is no ${request.method} ${request.url.split('?')[0]}.`,
});

export const problemDetails = fp<{ metrics: Pick<Metrics, 'error'> }>(
  async (app, { metrics }) => {
    app.setErrorHandler(createErrorHandler(metrics));
    app.setNotFoundHandler((request, reply) => {
      const { type, body } = problemDetailsWriter(unknownAddress(request), request.id);
      return reply.code(404).type(type).send(JSON.stringify(body));
    });
  },
  { name: 'problem-details' },
);
