import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { notFound } from '../../../config/errors.ts';
import type { Logger } from '../../../config/logger.ts';
import type { DocumentView, NewDocument } from '../../../knowledge/ports.ts';
import type { Hit } from '../../../knowledge/types.ts';
import { documentSchema, searchResponseSchema } from '../../schemas.ts';
import { asStaff, createTestApp, listen } from '../../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

const NOW = new Date('2026-11-20T08:00:00Z');
const view = (over: Partial<DocumentView> = {}): DocumentView => ({
  id: 'd1',
  title: '退货政策',
  status: 'queued',
  progress: 0,
  step: null,
  pages: null,
  chunks: null,
  version: 1,
  liveVersion: null,
  error: null,
  warnings: [],
  source: 'upload',
  url: null,
  locale: 'zh',
  audience: 'public',
  fileName: '退货政策.pdf',
  bytes: 2_048,
  updatedBy: 'knowledge',
  lastSyncedAt: null,
  createdAt: NOW,
  updatedAt: NOW,
  ...over,
});

/** An app that notes what was handed in, with the file's text. */
async function uploadApp(limit?: number, logger: Logger = pino({ level: 'silent' })) {
  const handed: Array<Omit<NewDocument, 'bytes'> & { content: string }> = [];
  app = await createTestApp({
    documents: {
      create: async ({ bytes, ...document }) => {
        handed.push({ ...document, content: await text(bytes as Readable) });
        return view();
      },
    },
    rest: { logger, ...(limit ? { limits: { uploadBytes: limit } } : {}) },
  });
  return { handed, url: `${await listen(app)}/api/knowledge/documents`, headers: await asStaff('knowledge') };
}

function form(fields: Record<string, string | Blob>, fileName = 'policy.md'): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, value, fileName);
  }
  return data;
}

describe('uploading', () => {
  it('takes the file with its fields, wherever they stand, and Chinese names', async () => {
    const { handed, url, headers } = await uploadApp();
    const file = new Blob(['# 退货'], { type: 'text/markdown' });
    const body = form({ locale: 'zh', file, title: ' 退货政策 ', audience: '' }, '退货政策.md');
    const response = await fetch(url, { method: 'POST', headers, body });
    expect([response.status, response.headers.get('location')]).toEqual([202, '/api/knowledge/documents/d1']);
    expect(await response.json()).toMatchObject({ documentId: 'd1', status: 'queued', createdAt: NOW.toISOString() });
    expect(handed).toEqual([
      {
        content: '# 退货',
        fileName: '退货政策.md',
        mime: 'text/markdown',
        title: '退货政策',
        locale: 'zh',
        audience: undefined,
        review: false,
        source: 'upload',
        by: expect.objectContaining({ name: 'knowledge' }),
      },
    ]);
  });

  it.each([
    ['no file', { title: 'x' }, 400, 'file_missing'],
    ['an empty file', { file: new Blob([]) }, 400, 'file_empty'],
    ['an unknown locale', { file: new Blob(['x']), locale: 'fr' }, 400, 'invalid_request'],
    ['a file over the limit', { file: new Blob(['x'.repeat(2_000)]) }, 413, 'payload_too_large'],
  ])('refuses %s', async (_name, fields, status, code) => {
    const { url, headers } = await uploadApp(1_000);
    const response = await fetch(url, { method: 'POST', headers, body: form(fields) });
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
  });

  it('logs no fault of ours for a file that is too large', async () => {
    const logged: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
    const { url, headers } = await uploadApp(1_000, logger);
    const body = form({ file: new Blob(['x'.repeat(2_000)]) });
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(413);
    await app.close();
    expect(logged).toEqual([]);
  });

  it.each([
    ['All', 'public'],
    ['所有人', 'public'],
    ['staff', 'staff'],
  ])('takes the audience %s for %s', async (audience, stored) => {
    const { handed, url, headers } = await uploadApp();
    const body = form({ audience, file: new Blob(['x']) });
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(202);
    expect(handed[0]).toMatchObject({ audience: stored });
  });

  it('takes one file a request', async () => {
    const { handed, url, headers } = await uploadApp();
    const body = form({ file: new Blob(['one']) });
    body.append('file', new Blob(['two']), 'two.md');
    const response = await fetch(url, { method: 'POST', headers, body });
    expect([response.status, (await response.json()).code, handed]).toEqual([400, 'too_many_files', []]);
  });

  it('cleans a file’s name, and wants one', async () => {
    const { handed, url, headers } = await uploadApp();
    const send = (fileName: string) =>
      fetch(url, { method: 'POST', headers, body: form({ file: new Blob(['x']), locale: 'zh-CN' }, fileName) });
    expect((await send('a\u0000b.md')).status).toBe(202);
    expect(handed[0]).toMatchObject({ fileName: 'ab.md', locale: 'zh' });
    const nameless = await send('');
    expect([nameless.status, (await nameless.json()).code]).toEqual([400, 'file_name_missing']);
  });

  it('refuses what is no form', async () => {
    const { url, headers } = await uploadApp();
    const json = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{}',
    });
    expect([json.status, (await json.json()).code]).toEqual([415, 'unsupported_media_type']);
    const broken = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'multipart/form-data' },
      body: 'x',
    });
    expect(broken.status).toBeGreaterThanOrEqual(400);
    expect(broken.status).toBeLessThan(500);
  });
});

describe('a document’s life', () => {
  it('is told live until it is ready', async () => {
    app = await createTestApp({
      documents: {
        get: async () => view(),
        async *watch() {
          yield view({ status: 'processing', step: 'embed', progress: 0.5 });
          yield view({ status: 'ready', progress: 1, pages: 3, chunks: 12 });
        },
      },
    });
    const response = await app.inject({
      url: '/api/knowledge/documents/d1/events',
      headers: await asStaff('knowledge'),
    });
    const told = [...response.body.matchAll(/^data: (.*)$/gm)].map((match) =>
      documentSchema.parse(JSON.parse(match[1] ?? '')),
    );
    expect(told.map(({ status, progress }) => [status, progress])).toEqual([
      ['processing', 0.5],
      ['ready', 1],
    ]);
  });

  it('is a problem before the stream begins when there is no such document', async () => {
    app = await createTestApp({ documents: { get: () => Promise.reject(notFound('document')) } });
    const response = await app.inject({ url: '/api/knowledge/documents/x/events', headers: await asStaff('admin') });
    expect([response.statusCode, response.json().code]).toEqual([404, 'not_found']);
  });

  it('ends with 204', async () => {
    app = await createTestApp({ documents: { remove: async () => undefined } });
    const headers = { ...(await asStaff('knowledge')), 'content-type': 'application/json' };
    const response = await app.inject({ method: 'DELETE', url: '/api/knowledge/documents/d1', headers });
    expect([response.statusCode, response.body]).toEqual([204, '']);
  });
});

describe('POST /api/knowledge/search', () => {
  it('shows each passage with its score from every leg, in the query’s language', async () => {
    const leg = { rank: 1, score: 0.5 };
    const shown: Omit<Hit, 'sentences'> = {
      ...{ id: 'p1', kind: 'document', documentId: 'd1', title: 't', page: 3, heading: null, text: 'x' },
      ...{ language: 'zh', audience: 'public', rank: 1, score: 0.9, evidence: 0.8 },
      legs: { lexical: leg, vector: null, fused: leg, rerank: leg },
    };
    const hit: Hit = { ...shown, sentences: [1] };
    const asked: unknown[] = [];
    app = await createTestApp({
      retriever: {
        search: async (request) => {
          asked.push([request.language, request.k]);
          return { hits: [hit], evidence: 0.8, degraded: false };
        },
      },
    });
    const headers = await asStaff('knowledge');
    const url = '/api/knowledge/search';
    const response = await app.inject({ method: 'POST', url, headers, payload: { query: '怎么退货', k: 3 } });
    expect(searchResponseSchema.parse(response.json()).passages).toEqual([shown]);
    await app.inject({ method: 'POST', url, headers, payload: { query: 'how do I return it' } });
    expect(asked).toEqual([
      ['zh', 3],
      ['en', 8],
    ]);
  });

  it('adds what the local engine would reply when asked', async () => {
    app = await createTestApp({
      retriever: { search: async () => ({ hits: [], evidence: 0, degraded: false }) },
      benchAnswer: async ({ question, hits }) => ({
        ...{ answered: false, text: `${question} ${hits.length}`, citations: [], engine: 'local' },
      }),
    });
    const url = '/api/knowledge/search';
    const payload = { query: '怎么退货', answer: true };
    const response = await app.inject({ method: 'POST', url, headers: await asStaff('knowledge'), payload });
    expect(searchResponseSchema.parse(response.json()).answer).toEqual({
      ...{ answered: false, text: '怎么退货 0', citations: [], engine: 'local' },
    });
  });
});
