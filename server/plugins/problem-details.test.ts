import { afterEach, describe, expect, it } from 'vitest';
import { conflict } from '../../config/errors.ts';
import { asCustomer, asStaff, createTestApp, listen } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

describe('errors are problem+json', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    ['an unknown address', { method: 'GET', url: '/api/nothing' }, 404, 'not_found'],
    ['an address with a broken escape', { method: 'GET', url: '/api/conversations/%E0%A4%A' }, 400, 'bad_request'],
    ['a too long id', { method: 'GET', url: `/api/conversations/${'a'.repeat(300)}` }, 414, 'uri_too_long'],
    ['another method', { method: 'DELETE', url: '/api/chat' }, 405, 'method_not_allowed'],
    ['malformed JSON', { method: 'POST', url: '/api/chat', payload: '{"text":', headers: json }, 400, 'malformed_json'],
    [
      'a poisoned prototype',
      { method: 'POST', url: '/api/chat', payload: '{"__proto__":{"x":1},"text":"a"}', headers: json },
      400,
      'malformed_json',
    ],
    [
      'another content type',
      { method: 'POST', url: '/api/chat', payload: 'hi', headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported_media_type',
    ],
    [
      'a body over 1 MB',
      { method: 'POST', url: '/api/chat', payload: JSON.stringify({ text: 'x'.repeat(1_100_000) }), headers: json },
      413,
      'payload_too_large',
    ],
    ['no body', { method: 'POST', url: '/api/chat' }, 400, 'invalid_request'],
  ] as const)('%s', async (_name, request, status, code) => {
    app = await createTestApp();
    const extra = 'headers' in request ? request.headers : {};
    const response = await app.inject({ ...request, headers: { ...(await asCustomer()), ...extra } });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.json()).toMatchObject({ status, code, type: `urn:kefu:problem:${code}` });
    expect(response.json().requestId).toBe(response.headers['x-request-id']);
  });

  it('a client that is still sending hears that it is too much', async () => {
    app = await createTestApp();
    const url = `${await listen(app)}/api/chat`;
    const headers = { ...(await asCustomer()), ...json };
    const body = JSON.stringify({ text: 'x'.repeat(20_000_000) });
    for (let i = 0; i < 5; i++) {
      const response = await fetch(url, { method: 'POST', headers, body });
      expect([response.status, (await response.json()).code]).toEqual([413, 'payload_too_large']);
    }
  });

  it('tells which methods an address has', async () => {
    app = await createTestApp();
    const response = await app.inject({ method: 'PATCH', url: '/api/knowledge/faqs/x?y=1' });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'DELETE, GET, HEAD, PUT']);
    const openAi = await app.inject({ method: 'PUT', url: '/v1/chat/completions', headers: await asCustomer() });
    expect([openAi.statusCode, openAi.json().error.code]).toEqual([405, 'method_not_allowed']);
  });

  it('names every field that does not fit', async () => {
    app = await createTestApp();
    const headers = await asStaff('knowledge');
    const payload = { question: '', answer: { fr: 'x' }, variants: 3 };
    const response = await app.inject({ method: 'POST', url: '/api/knowledge/faqs', headers, payload });
    const paths = response.json().errors.map((fault: { path: string }) => fault.path);
    expect(paths).toEqual(expect.arrayContaining(['body.question', 'body.answer', 'body.variants']));
  });

  it('passes on a service’s own code', async () => {
    app = await createTestApp({ desk: { claim: () => Promise.reject(conflict('already_claimed', 'Mei has it.')) } });
    const headers = await asStaff('agent');
    const response = await app.inject({ method: 'POST', url: '/api/desk/conversations/c1/claim', headers });
    expect([response.statusCode, response.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'already_claimed', detail: 'Mei has it.', title: 'Conflict' }),
    ]);
  });

  it.each(['ENOSPC', '53100'])('tells that there is no room left (%s)', async (code) => {
    const full = Object.assign(new Error('write /srv/kefu'), { code });
    app = await createTestApp({ desk: { open: () => Promise.reject(full) } });
    const response = await app.inject({ url: '/api/desk/conversations/c1', headers: await asStaff('agent') });
    expect([response.statusCode, response.json().code]).toEqual([503, 'storage_full']);
    expect(response.headers['retry-after']).toBe('60');
    expect(response.body).not.toContain('/srv/kefu');
  });

  it('tells nothing of what nobody foresaw', async () => {
    app = await createTestApp({ desk: { open: () => Promise.reject(new Error('password=hunter2 at pg.js:12')) } });
    const response = await app.inject({ url: '/api/desk/conversations/c1', headers: await asStaff('agent') });
    expect(response.statusCode).toBe(500);
    expect(response.json().code).toBe('internal_error');
    expect(response.body).not.toMatch(/hunter2|pg\.js/);
    const metrics = await app.inject({ url: '/metrics' });
    expect(metrics.body).toContain('kefu_errors_total{code="internal_error"} 1');
  });
});
