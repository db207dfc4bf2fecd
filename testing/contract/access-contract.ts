import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodyOf } from '../http-client.ts';
import type { RunningShop } from './running-shop.ts';

const problemSchema = z.object({ code: z.string(), status: z.number(), title: z.string(), detail: z.string() });

export function accessContract(shop: RunningShop): void {
  describe('access', () => {
    it('is alive, ready and measured', async () => {
      const client = shop.anyone();
      expect((await client.get('/healthz')).status).toBe(200);
      const ready = await client.get('/readyz');
      expect(ready.status, JSON.stringify(ready.body)).toBe(200);
      await shop.asked('u-1', 'hello');
      const metrics = String((await client.get('/metrics')).body);
      for (const name of ['kefu_turns_total', 'kefu_first_token_seconds', 'kefu_queue_jobs', 'kefu_errors_total'])
        expect(metrics).toContain(name);
      expect(Number(/^kefu_turns_total\{route="smalltalk".*\} (\d+)$/m.exec(metrics)?.[1])).toBeGreaterThan(0);
      const { openapi, paths } = bodyOf(
        await client.get('/api/openapi.json'),
        z.object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
      );
      expect(openapi).toMatch(/^3\.1/);
      expect(Object.keys(paths)).toContain('/api/chat');
      expect((await client.get('/docs')).status).toBe(200);
    });

    it('gives tokens to visitors and demo customers', async () => {
      const visitor = await shop.anyone().post('/api/visitors');
      expect(visitor.status).toBe(201);
      bodyOf(visitor, z.object({ token: z.string(), expiresAt: z.iso.datetime() }));
      const customers = bodyOf(
        await shop.anyone().get('/api/demo/customers'),
        z.array(z.object({ id: z.string(), name: z.string(), locale: z.string(), orders: z.array(z.string()) })),
      );
      expect(customers.find(({ id }) => id === 'u-1')?.orders).toContain('#PL-70001');
      expect((await shop.anyone().post('/api/demo/customers/nobody/token')).status).toBe(404);
    });

    it('keeps each role in its room', async () => {
      const rooms = ['/api/knowledge/documents', '/api/desk/conversations', '/api/evals/runs', '/api/conversations'];
      const seen = async (caller: Awaited<ReturnType<RunningShop['customer']>>) =>
        Promise.all(rooms.map(async (room) => (await caller.get(room)).status));
      expect(await seen(shop.anyone())).toEqual([401, 401, 401, 401]);
      expect(await seen(await shop.customer('u-1'))).toEqual([403, 403, 403, 200]);
      expect(await seen(await shop.staff('knowledge'))).toEqual([200, 403, 403, 403]);
      expect(await seen(await shop.staff('agent'))).toEqual([403, 200, 403, 403]);
      expect(await seen(await shop.staff('qa'))).toEqual([403, 403, 200, 403]);
      expect(await seen(await shop.staff('admin'))).toEqual([200, 200, 200, 403]);
    });

    it.each([
      ['GET', '/api/nothing', undefined, 404, 'not_found'],
      ['DELETE', '/api/chat', undefined, 405, 'method_not_allowed'],
      ['GET', '/api/conversations/%E0%A4%A', undefined, 400, 'bad_request'],
      ['POST', '/api/chat', '{"text":', 400, 'malformed_json'],
      ['POST', '/api/chat', '{"text":7}', 400, 'invalid_request'],
      ['POST', '/api/chat', JSON.stringify({ text: 'x'.repeat(8_001) }), 400, 'invalid_request'],
      ['POST', '/api/chat', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413, 'payload_too_large'],
      ['GET', '/api/conversations/unknown', undefined, 404, 'not_found'],
    ])('answers %s %s as a problem', async (method, path, body, status, code) => {
      const response = await fetch(shop.url() + path, {
        method,
        headers: {
          authorization: `Bearer ${await shop.token('u-1')}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body }),
      });
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(problemSchema.parse(await response.json())).toMatchObject({ status, code });
      expect(response.status).toBe(status);
    });

    it('answers another’s conversation like a missing one', async () => {
      const mine = await shop.asked('u-1', 'hello');
      const other = await shop.customer('u-2');
      const code = z.object({ code: z.string(), detail: z.string() });
      const foreign = await other.get(`/api/conversations/${mine.conversationId}`);
      const missing = await other.get('/api/conversations/no-such-conversation');
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect(bodyOf(foreign, code)).toEqual(bodyOf(missing, code));
    });
  });
}
