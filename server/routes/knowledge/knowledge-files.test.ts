import { Readable } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import type { FaqView } from '../../../knowledge/ports.ts';
import { asStaff, createTestApp } from '../../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

const AT = new Date('2026-11-20T08:00:00Z');
const headers = () => asStaff('knowledge');

it.each([
  ['保修 (2026).pdf', 'application/pdf', 'inline'],
  ['policy.html', 'application/octet-stream', 'attachment'],
])('gives %s back in a way that runs nothing', async (fileName, mime, how) => {
  app = await createTestApp({
    documents: { file: async () => ({ fileName, mime, bytes: 5, stream: Readable.from(['%PDF-']) }) },
  });
  const response = await app.inject({ url: '/api/knowledge/documents/d1/file?version=2', headers: await headers() });
  expect([response.statusCode, response.body]).toEqual([200, '%PDF-']);
  expect(response.headers).toMatchObject({
    'content-type': mime,
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'content-disposition': expect.stringMatching(new RegExp(`^${how}; filename\\*=UTF-8''[\\w%.-]+$`)),
  });
});

it('takes FAQs in as a sheet and gives them out, with faults by row', async () => {
  const rows: unknown[] = [];
  const faq: FaqView = {
    ...{
      id: 'f1',
      question: '=A1',
      answer: 'Yes',
      variants: [],
      locale: null,
      leftOut: [],
      quotedAnyway: [],
      updatedBy: null,
    },
    ...{ createdAt: AT, updatedAt: AT },
  };
  const report = {
    added: 1,
    updated: 0,
    unchanged: 0,
    faults: [{ row: 2, message: 'no', code: 'does_not_fit' as const }],
  };
  app = await createTestApp({
    faqs: {
      import: async (entries, options) => {
        rows.push(...entries, options?.dryRun, options?.by?.name);
        return report;
      },
      list: async ({ offset = 0 } = {}) => ({ items: offset === 0 ? [faq] : [], total: 1 }),
    },
  });
  const taken = await app.inject({
    method: 'POST',
    url: '/api/knowledge/faqs/import',
    headers: await headers(),
    payload: { text: 'question,answer\nWhere?,Here.\n', format: 'csv', dryRun: true },
  });
  expect(taken.json()).toEqual(report);
  expect(rows).toEqual([{ row: 1, faq: { question: 'Where?', answer: 'Here.', variants: [] } }, true, 'knowledge']);
  const sheet = await app.inject({ url: '/api/knowledge/faqs/export', headers: await headers() });
  expect(sheet.headers['content-disposition']).toMatch(/^attachment; filename="faqs-[\d-]+\.csv"$/);
  expect(sheet.body).toContain("f1,'=A1,Yes");
  const useless = await app.inject({
    method: 'POST',
    url: '/api/knowledge/faqs/import',
    headers: await headers(),
    payload: { text: 'a,b\n1,2\n', format: 'csv' },
  });
  expect([useless.statusCode, useless.json().code]).toEqual([400, 'invalid_sheet']);
});

it('counts a list in its header and bounds what is asked for', async () => {
  const asked: unknown[] = [];
  app = await createTestApp({
    terms: {
      list: async (query) => {
        asked.push(query);
        return { items: [], total: 1_234 };
      },
    },
  });
  const url = '/api/knowledge/terms';
  const response = await app.inject({ url: `${url}?limit=10&offset=20&q=kit`, headers: await headers() });
  expect([response.json(), response.headers['x-total-count']]).toEqual([[], '1234']);
  expect(asked).toEqual([{ limit: 10, offset: 20, q: 'kit' }]);
  expect((await app.inject({ url: `${url}?limit=100000`, headers: await headers() })).statusCode).toBe(400);
  expect((await app.inject({ url, headers: await asStaff('agent') })).statusCode).toBe(403);
});
