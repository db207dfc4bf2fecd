import { STATUS_CODES } from 'node:http';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError } from '../config/errors.ts';

export interface FieldFault {
  /** Where in the request, as `body.messages.0.parts`. */
  path: string;
  message: string;
}

/** What may be told about an error, whatever shape it is then written in. */
export interface Problem {
  status: number;
  code: string;
  detail: string;
  errors?: FieldFault[];
  /** Whatever an AppError wants the caller to see beside it. */
  details?: unknown;
  /** Seconds. */
  retryAfter?: number;
}

/** Errors of the HTTP layer, by their status: codes that clients may rely on whatever library raised them. */
const HTTP_CODES: Record<number, string> = {
  400: 'bad_request',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  408: 'request_timeout',
  413: 'payload_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  431: 'headers_too_large',
  503: 'unavailable',
};

/** What the system and PostgreSQL call a disk without room. */
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT', '53100']);
const SPACE_RETRY_S = 60;

const isOutOfSpace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && NO_SPACE.has(error.code);

/** Sorts any thrown value; of what nobody foresaw nothing is told. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AppError) {
    const { status, code, message, details, retryAfter } = error;
    return {
      status,
      code,
      detail: message,
      ...(details === undefined ? {} : { details }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validationContext ?? 'body';
    const faults = error.validation.map((fault) => ({
      path: [place, ...fault.instancePath.split('/').filter(Boolean)].join('.'),
      message: fault.message ?? 'is not valid',
    }));
    return invalidRequest(faults);
  }
  if (error instanceof z.ZodError) {
    return invalidRequest(error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  }
  if (isOutOfSpace(error))
    return {
      status: 503,
      code: 'storage_full',
      detail: 'There is no room left to store this. Tell whoever runs the service, and try again later.',
      retryAfter: SPACE_RETRY_S,
    };
  return httpProblem(error) ?? { status: 500, code: 'internal_error', detail: 'Something went wrong on our side.' };
}

/** For faults that only show when the parts of a body are seen together. */
export const faultAt = (path: Array<string | number>, message: string): z.ZodError =>
  new z.ZodError([{ code: 'custom', path, message, input: undefined }]);

const invalidRequest = (errors: FieldFault[]): Problem => ({
  status: 400,
  code: 'invalid_request',
  detail: errors.map(({ path, message }) => `${path}: ${message}`).join('; '),
  errors,
});

/** Errors of Fastify and its plugins: their messages speak of the request only. */
function httpProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const status = Number(error.statusCode);
  const code = HTTP_CODES[status] ?? (status >= 400 && status < 500 ? 'bad_request' : undefined);
  if (code === undefined) return undefined;
  const isJson = error instanceof SyntaxError || ('code' in error && error.code === 'FST_ERR_CTP_INVALID_JSON_BODY');
  return isJson
    ? { status: 400, code: 'malformed_json', detail: 'The body is not valid JSON.' }
    : { status, code, detail: error.message };
}

/** RFC 9457. `type` names the code, `requestId` the line in the log. */
export const problemJson = (problem: Problem, requestId: string) => ({
  type: `urn:kefu:problem:${problem.code}`,
  title: STATUS_CODES[problem.status] ?? 'Error',
  status: problem.status,
  detail: problem.detail,
  code: problem.code,
  requestId,
  ...(problem.errors ? { errors: problem.errors } : {}),
  ...(problem.details === undefined ? {} : { details: problem.details }),
});
