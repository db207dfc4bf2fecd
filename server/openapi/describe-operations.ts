import { SHEET_TYPES, type SheetFormat } from '../send-sheet.ts';
import { BODY_EXAMPLES } from './body-examples.ts';
import { keepUsedSchemas } from './used-schemas.ts';

/** As much of an OpenAPI 3.1 document as is read and completed here. */
export interface OpenApiDocument {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, unknown> };
  [field: string]: unknown;
}

export interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  operationId?: string;
  security?: unknown[];
  parameters?: Array<{ in: string; name: string; required?: boolean; description?: string; schema?: unknown }>;
  requestBody?: { required?: boolean; content?: Record<string, { schema?: unknown; example?: unknown }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>;
  /** Set by routes: further statuses of problems, an answer that may be a stream, a form with a file, a body that may be absent. */
  'x-problems'?: number[];
  'x-event-stream'?: boolean;
  'x-upload'?: boolean;
  'x-optional-body'?: boolean;
  /** Answers 204, or may do so. */
  'x-no-content'?: boolean;
  /** Answers with a file of one of these kinds. */
  'x-sheet'?: SheetFormat[];
}

const PROBLEMS: Record<number, string> = {
  400: 'The request does not fit; `errors` names the fields',
  401: 'No token, or one that is not valid',
  403: 'A token of the wrong kind or role',
  404: 'No such thing, or another customer’s',
  409: 'It can’t be done in the present state',
  410: 'Used already, or too old',
  413: 'Too large',
  415: 'Another content type is needed',
  429: 'Too many requests; see Retry-After',
  500: 'A fault on our side',
  503: 'Out of service for a moment; see Retry-After',
};
const SUCCESS: Record<string, string> = {
  200: 'Done',
  201: 'Made',
  202: 'Accepted, work goes on',
  204: 'Nothing to tell',
};
const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', contentMediaType: 'application/octet-stream' },
    title: { type: 'string' },
    locale: { type: 'string', enum: ['zh', 'en'] },
    audience: {
      type: 'string',
      description:
        'Who may read it: public (default) is everybody, customers those who are signed in; from others the chat does not answer',
    },
  },
};

/** Adds to every operation what follows from its kind: ids, errors, streams, forms, and an example of its body. */
export function describeOperations(document: OpenApiDocument): OpenApiDocument {
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations)) describe(operation, method, path);
  }
  return keepUsedSchemas(document);
}

function describe(operation: Operation, method: string, path: string): void {
  operation.operationId = operationId(method, path);
  if (operation['x-upload'])
    operation.requestBody = { required: true, content: { 'multipart/form-data': { schema: FORM } } };
  const json = operation.requestBody?.content?.['application/json'];
  const example = BODY_EXAMPLES[`${method.toUpperCase()} ${path}`];
  if (json && example !== undefined) json.example = example;
  if (operation['x-optional-body'] && operation.requestBody) operation.requestBody.required = false;
  operation.responses = successes(operation, method);
  const isOpenAi = path.startsWith('/v1/');
  const mediaType = isOpenAi ? 'application/json' : 'application/problem+json';
  const schema = { $ref: `#/components/schemas/${isOpenAi ? 'OpenAiError' : 'Problem'}` };
  for (const status of problemStatuses(operation)) {
    operation.responses[status] ??= { description: PROBLEMS[status] ?? 'Error', content: { [mediaType]: { schema } } };
  }
  delete operation['x-problems'];
  delete operation['x-event-stream'];
  delete operation['x-upload'];
  delete operation['x-optional-body'];
  delete operation['x-no-content'];
  delete operation['x-sheet'];
}

/** `post /api/desk/conversations/{id}/claim` → `postApiDeskConversationsIdClaim` */
function operationId(method: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** A route without a body of its own either streams or answers 204. */
function successes(operation: Operation, method: string): NonNullable<Operation['responses']> {
  const declared = Object.entries(operation.responses ?? {}).filter(([, response]) => response.content);
  const responses = Object.fromEntries(declared);
  for (const [status, response] of declared)
    response.description = SUCCESS[status] ?? PROBLEMS[Number(status)] ?? 'Done';
  if (operation['x-event-stream']) {
    const stream = { 'text/event-stream': { schema: { type: 'string' } } };
    const whole = responses['200'];
    responses['200'] = { description: 'Server-sent events', ...whole, content: { ...whole?.content, ...stream } };
  }
  if (method === 'delete' && declared.length === 0) responses['204'] = { description: 'Removed' };
  if (operation['x-no-content']) responses['204'] = { description: SUCCESS[204] ?? 'Done' };
  if (operation['x-sheet']) responses['200'] = { description: 'A file', content: sheets(operation['x-sheet']) };
  if (Object.keys(responses).length === 0) {
    responses['200'] = { description: 'Text', content: { 'text/plain': { schema: { type: 'string' } } } };
  }
  return responses;
}

const sheets = (formats: SheetFormat[]) =>
  Object.fromEntries(formats.map((format) => [SHEET_TYPES[format].split(';')[0], { schema: { type: 'string' } }]));

function problemStatuses(operation: Operation): number[] {
  const statuses = new Set([...(operation['x-problems'] ?? []), 500]);
  if (operation.security?.length) for (const status of [401, 403]) statuses.add(status);
  if (operation.parameters?.some((parameter) => parameter.in === 'path')) statuses.add(404);
  if (operation.parameters?.some((parameter) => parameter.in !== 'path')) statuses.add(400);
  if (operation.requestBody) for (const status of [400, 413, 415]) statuses.add(status);
  return [...statuses].sort((a, b) => a - b);
}
