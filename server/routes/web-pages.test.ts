import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asStaff, createTestApp } from '../testing/test-app.ts';

let folder: string;
let app: Awaited<ReturnType<typeof createTestApp>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-web-'));
  const files: Record<string, string | Buffer> = {
    'web/index.html': '<title>shop</title>',
    'web/console/index.html': '<title>console</title>',
    'web/widget.js': 'widget()',
    'web/widget.js.br': brotliCompressSync('widget()'),
    'web/widget.js.gz': gzipSync('widget()'),
    'web/assets/shop-AbC123.js': 'shop()',
    'web/.stamp': 'secret',
    'reports/2026-11-20T10-00/report.json': JSON.stringify({
      passed: true,
      suites: [{ name: 'routing', cases: [{ id: 1 }] }],
    }),
    'reports/2026-11-21T10-00/report.json': JSON.stringify({ passed: false, suites: [] }),
    'reports/2026-11-22T10-00/report.json': '{"half":',
    'secret/report.json': '{"a":1}',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  app = await createTestApp({ rest: { webDir: join(folder, 'web'), evalReportsDir: join(folder, 'reports') } });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('the web build', () => {
  it('has the shop’s page, and the console at each of its addresses', async () => {
    expect((await get('/')).body).toContain('shop');
    for (const url of ['/console', '/console/', '/console/desk/c1'])
      expect((await get(url)).body, url).toContain('console');
    const page = await get('/');
    expect(page.headers['content-type']).toContain('text/html');
    expect((await get('/', { 'if-none-match': String(page.headers.etag) })).statusCode).toBe(304);
  });

  it('runs under a policy without inline scripts or styles', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("script-src 'self';style-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect([headers['x-frame-options'], headers['x-content-type-options']]).toEqual(['DENY', 'nosniff']);
  });

  it('is sent compressed to who takes it so', async () => {
    const decoded = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const encoding of ['br', 'gzip'] as const) {
      const { headers, rawPayload } = await get('/widget.js', { 'accept-encoding': encoding });
      expect(headers).toMatchObject({ 'content-encoding': encoding, vary: expect.stringContaining('accept-encoding') });
      expect(headers['content-type']).toMatch(/^(text|application)\/javascript; charset=utf-8$/i);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(decoded[encoding](rawPayload).toString()).toBe('widget()');
    }
    expect((await get('/widget.js')).body).toBe('widget()');
    // What has no compressed sister is sent as it is.
    expect((await get('/assets/shop-AbC123.js', { 'accept-encoding': 'br, gzip' })).body).toBe('shop()');
  });

  it('lets any page embed the widget', async () => {
    const { headers } = await get('/widget.js', { origin: 'https://shop.example' });
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('keeps hashed assets for ever', async () => {
    const { headers } = await get('/assets/shop-AbC123.js');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
  });

  it.each(['/.stamp', '/assets/../.stamp', '/assets/%2e%2e/.stamp', '/assets/nothing.js', '/index.html'])(
    'has no %s',
    async (url) => {
      const response = await get(url);
      expect([response.statusCode, response.headers['content-type']]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    },
  );
});

describe('pages of other origins', () => {
  it('may call the API, without credentials', async () => {
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: '/api/chat',
      headers: { ...headers, 'access-control-request-headers': 'authorization,content-type' },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-headers': 'authorization,content-type',
    });
    expect(preflight.headers['access-control-allow-credentials']).toBeUndefined();
    const refused = await get('/api/conversations', { origin: 'https://shop.example' });
    expect([refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([401, 'https://shop.example']);
    expect((await get('/', { origin: 'https://shop.example' })).headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('eval runs', () => {
  it('are listed newest first without their cases; a broken one is left out', async () => {
    const headers = await asStaff('qa');
    expect((await get('/api/evals/runs', headers)).json()).toEqual([
      { id: '2026-11-21T10-00', passed: false, suites: [] },
      { id: '2026-11-20T10-00', passed: true, suites: [{ name: 'routing' }] },
    ]);
    expect((await get('/api/evals/runs/2026-11-20T10-00', headers)).json().suites[0].cases).toEqual([{ id: 1 }]);
    for (const id of ['nothing', '2026-11-22T10-00', '..%2Fsecret', '%2e%2e']) {
      expect((await get(`/api/evals/runs/${id}`, headers)).statusCode, id).toBe(404);
    }
  });
});
