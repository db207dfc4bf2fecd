import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Problem, problemJson } from './problem.ts';

const HEADERS_TOO_LARGE: Problem = { status: 431, code: 'headers_too_large', detail: 'The headers are too large.' };
const TIMED_OUT: Problem = { status: 408, code: 'request_timeout', detail: 'The request took too long to arrive.' };
const NOT_HTTP: Problem = { status: 400, code: 'bad_request', detail: 'This is not a request that can be read.' };

/** By Node's code of the fault. */
const PROBLEMS: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: HEADERS_TOO_LARGE,
  ERR_HTTP_REQUEST_TIMEOUT: TIMED_OUT,
};

/** Answers what never became a request, on the bare connection, and ends it. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = PROBLEMS[error.code ?? ''] ?? NOT_HTTP;
  const body = JSON.stringify(problemJson(problem, randomUUID()));
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
