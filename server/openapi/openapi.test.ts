import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asCustomer, asStaff, createTestApp, STAFF } from '../testing/test-app.ts';
import type { OpenApiDocument } from './describe-operations.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
let document: OpenApiDocument;

beforeAll(async () => {
  app = await createTestApp();
  await app.ready();
  document = (await app.inject({ url: '/api/openapi.json' })).json();
});
afterAll(() => app.close());

const operations = () =>
  Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

/** The outside of Kefu, as clients were promised it. */
const PROMISED = [
  'POST /api/visitors',
  'GET /api/demo/customers',
  'POST /api/demo/customers/{id}/token',
  'POST /api/staff/login',
  'POST /api/chat',
  'GET /api/chat/{conversationId}/stream',
  'GET /api/conversations',
  'GET /api/conversations/{id}',
  'GET /api/conversations/{id}/events',
  'POST /api/conversations/{id}/confirmations/{confirmationId}',
  'POST /api/conversations/{id}/handoff',
  'POST /api/conversations/{id}/feedback',
  'POST /v1/chat/completions',
  'GET /v1/models',
  'POST /api/knowledge/documents',
  'GET /api/knowledge/documents',
  'GET /api/knowledge/documents/{id}',
  'GET /api/knowledge/documents/{id}/events',
  'PUT /api/knowledge/documents/{id}',
  'DELETE /api/knowledge/documents/{id}',
  'POST /api/knowledge/urls',
  'GET /api/knowledge/faqs',
  'POST /api/knowledge/faqs',
  'PUT /api/knowledge/faqs/{id}',
  'DELETE /api/knowledge/faqs/{id}',
  'POST /api/knowledge/search',
  'GET /api/knowledge/gaps',
  'GET /api/desk/conversations',
  'GET /api/desk/conversations/{id}',
  'GET /api/desk/events',
  'POST /api/desk/conversations/{id}/claim',
  'POST /api/desk/conversations/{id}/reply',
  'POST /api/desk/conversations/{id}/note',
  'POST /api/desk/conversations/{id}/return',
  'POST /api/desk/conversations/{id}/resolve',
  'POST /api/desk/conversations/{id}/suggest',
  'GET /api/evals/runs',
  'GET /api/evals/runs/{id}',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
];

describe('GET /api/openapi.json', () => {
  it('is OpenAPI 3.1 with every promised route', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations().map(({ name }) => name)).toEqual(expect.arrayContaining(PROMISED));
  });

  it('tells what an answer may be beside JSON: a file of a kind, or nothing at all', () => {
    const answers = (path: string, status: string) => document.paths?.[path]?.get?.responses?.[status];
    expect(Object.keys(answers('/api/knowledge/faqs/export', '200')?.content ?? {})).toEqual([
      'text/csv',
      'application/json',
    ]);
    expect(Object.keys(answers('/api/qa/labels/export', '200')?.content ?? {})).toEqual(['application/jsonl']);
    expect(answers('/api/chat/{conversationId}/stream', '204')).toEqual({ description: 'Nothing to tell' });
  });

  it('demands of no answer what a client may leave out', () => {
    const feedback = document.components?.schemas?.Feedback;
    expect(feedback).toMatchObject({ required: ['messageId', 'rating'] });
  });

  it('describes each operation: summary, tag, unique id, answers with a meaning', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, operation } of operations()) {
      expect(operation.summary, name).toBeTruthy();
      expect(operation.tags, name).toHaveLength(1);
      for (const response of Object.values(operation.responses ?? {})) expect(response.description, name).toBeTruthy();
    }
  });

  it('says which routes want a token, and what goes wrong without', () => {
    const open = operations().filter(({ operation }) => !operation.security?.length);
    expect(open.map(({ name }) => name).sort()).toEqual([
      'GET /api/demo/customers',
      'GET /api/widget',
      'GET /healthz',
      'GET /metrics',
      'GET /readyz',
      'POST /api/demo/customers/{id}/token',
      'POST /api/staff/login',
      'POST /api/staff/welcome',
      'POST /api/visitors',
    ]);
    for (const { name, operation } of operations()) {
      if (operation.security?.length) expect(Object.keys(operation.responses ?? {}), name).toContain('401');
    }
  });

  it('shows with each operation that takes JSON a body that the operation takes', async () => {
    const staff = await asStaff('admin');
    const customer = await asCustomer();
    for (const { name, operation } of operations()) {
      const media = operation.requestBody?.content?.['application/json'];
      if (!media) continue;
      expect(media.example, name).toBeDefined();
      const [method = '', path = ''] = name.split(' ');
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      const url = inPath.reduce(
        (before, parameter) =>
          before.replace(
            `{${parameter.name}}`,
            JSON.stringify(parameter.schema).includes('integer') ? '1' : (STAFF[0]?.id ?? ''),
          ),
        path,
      );
      const isCustomers = ['Chat', 'Conversations', 'OpenAI-compatible'].includes(operation.tags?.[0] ?? '');
      // The fakes refuse what comes through to them; a body that does not fit never does.
      const { statusCode, body } = await app.inject({
        method: method as 'POST',
        url,
        headers: { ...(isCustomers ? customer : staff), 'content-type': 'application/json' },
        payload: JSON.stringify(media.example),
      });
      expect([400, 401, 403, 415], `${name}: ${body}`).not.toContain(statusCode);
    }
  });

  it('refers only to schemas that it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(references).toContain('Problem');
    expect(references).toContain('OpenAiError');
    expect(references).toContain('TurnResult');
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(expect.arrayContaining(references));
  });
});

describe('GET /docs', () => {
  it('shows every operation, with no script and nothing from elsewhere', async () => {
    const { body, headers } = await app.inject({ url: '/docs' });
    for (const { operation } of operations()) expect(body).toContain(`id="${operation.operationId}"`);
    expect(body).not.toMatch(/<script|<style|style=|(src|href)="https?:/);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect((await app.inject({ url: '/docs/style.css' })).headers['content-type']).toContain('text/css');
  });
});
