import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../chat-client.ts';
import { createHttpClient } from '../http-client.ts';
import { type Program, startProgram } from '../programs/program.ts';

/** Tokens as a shop's own server makes them, by RFC 7519 and nothing of Kefu's. */
const SECRET = 'a secret that the shop’s own server and Kefu share';
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (claims: object, { header = { alg: 'HS256', typ: 'JWT' } as object, secret = SECRET } = {}) => {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};
const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600;

let program: Program;
beforeAll(async () => {
  const env = { KEFU_DEMO: 'off', KEFU_IDENTITY_SECRET: SECRET, REDIS_URL: '' };
  program = await startProgram({ shopDir: 'testing/bookshop', env });
}, 240_000);
afterAll(() => program?.close());

const statusFor = async (token: string) =>
  (await createHttpClient(program.url, token).get('/api/conversations')).status;

it('knows the customer that the shop’s server names', async () => {
  const token = sign({ sub: 'u-1', exp: inAnHour(), name: 'Ada', locale: 'en-GB' });
  const answer = await ask(program.url, token, { text: 'Where is order #PL-70001?' });
  expect(answer.cards).toContainEqual(expect.objectContaining({ type: 'order', id: '#PL-70001' }));
  const other = sign({ sub: 'u-2', exp: inAnHour() });
  expect((await ask(program.url, other, { text: 'Where is order #PL-70001?' })).cards).toEqual([]);
});

it('refuses every other token', async () => {
  const claims = { sub: 'u-1', exp: inAnHour() };
  expect(await statusFor(sign(claims))).toBe(200);
  const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`;
  const refused = {
    expired: sign({ ...claims, exp: inAnHour() - 7_200 }),
    'without end': sign({ sub: 'u-1' }),
    'without subject': sign({ exp: inAnHour() }),
    'of another key': sign(claims, { secret: 'x'.repeat(40) }),
    unsigned,
    'of the service, forged': sign({ ...claims, aud: 'kefu:staff' }, { header: { alg: 'HS256', kid: 'kefu-service' } }),
  };
  for (const [name, token] of Object.entries(refused)) expect(await statusFor(token), name).toBe(401);
});

it('has no demo customers and no demo staff', async () => {
  const anyone = createHttpClient(program.url);
  expect((await anyone.get('/api/demo/customers')).status).toBe(404);
  expect((await anyone.post('/api/demo/customers/u-1/token')).status).toBe(404);
  const login = { email: 'admin@demo.local', password: program.password };
  expect((await anyone.post('/api/staff/login', login)).status).toBe(401);
});
