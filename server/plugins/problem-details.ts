import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Metrics } from '../metrics.ts';
import { type Problem, problemJson, problemOf } from '../problem.ts';
import { collectMethods } from './known-routes.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The methods of an address; none when it does not exist. */
    methodsOf(path: string): string[];
  }
}

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

/** Makes the answer for an address that does not exist, or not with this method. */
export function createUnknownHandler(write: ProblemWriter = problemDetailsWriter) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '';
    const detail = `There is no ${request.method} ${path}.`;
    const methods = request.server.methodsOf(path);
    // A route with this method may itself have found nothing: a file of the web build that isn't there.
    const wrongMethod = methods.length > 0 && !methods.includes(request.method);
    if (wrongMethod) reply.header('allow', methods.join(', '));
    const problem: Problem = wrongMethod
      ? { status: 405, code: 'method_not_allowed', detail }
      : { status: 404, code: 'not_found', detail };
    const { type, body } = write(problem, request.id);
    return reply.code(problem.status).type(type).send(JSON.stringify(body));
  };
}

export const problemDetails = fp<{ metrics: Pick<Metrics, 'error'> }>(
  async (app, { metrics }) => {
    app.decorate('methodsOf', collectMethods(app));
    app.setErrorHandler(createErrorHandler(metrics));
    app.setNotFoundHandler(createUnknownHandler());
  },
  { name: 'problem-details' },
);
