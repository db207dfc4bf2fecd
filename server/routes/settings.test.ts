import { afterEach, expect, it } from 'vitest';
import { asStaff, createTestApp } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

it('takes settings from admins only, and none that does not fit', async () => {
  const written: unknown[] = [];
  app = await createTestApp({ operator: { write: async (...one) => void written.push(one) } });
  const put = async (section: string, payload: object, role: 'admin' | 'agent' = 'admin') =>
    (await app.inject({ method: 'PUT', url: `/api/settings/${section}`, payload, headers: await asStaff(role) }))
      .statusCode;
  expect(await put('prices', { currency: 'CNY', input: 2, output: 8 }, 'agent')).toBe(403);
  expect(await put('widget', { accent: 'red;background:url(x)' })).toBe(400);
  expect(await put('shop', { hours: { monday: { open: '25:00', close: '9' } } })).toBe(400);
  expect(await put('prices', { currency: 'CNY', input: -1 })).toBe(400);
  expect(written).toEqual([]);
  expect(await put('widget', { accent: '#0d746a', greeting: { zh: ' 您好 ', en: '' } })).toBe(204);
  expect(written).toEqual([
    ['widget', expect.objectContaining({ accent: '#0d746a', greeting: { zh: '您好' }, notice: null, starters: null })],
  ]);
});

it('tells the shades of a colour before it is set', async () => {
  app = await createTestApp({});
  const ask = async (accent: string) =>
    app.inject({
      url: `/api/settings/widget/colours?${new URLSearchParams({ accent })}`,
      headers: await asStaff('admin'),
    });
  expect((await ask('#b4305c')).json()).toMatchObject({ accent: ['#b4305c', expect.stringMatching(/^#/)] });
  expect((await ask('red')).statusCode).toBe(400);
});
