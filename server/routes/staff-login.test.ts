import { afterEach, describe, expect, it } from 'vitest';
import { createTestApp, STAFF } from '../testing/test-app.ts';

const recorded: string[] = [];
let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

const login = (email: string, password: string) =>
  app.inject({ method: 'POST', url: '/api/staff/login', payload: { email, password } });

async function appWithStaff() {
  app = await createTestApp({
    desk: { list: async () => [] },
    staff: {
      authenticate: async (email, password) =>
        STAFF.filter((member) => password === 'right' && member.email === email).map((member) => ({
          ...member,
          session: 0,
        }))[0],
    },
    audit: { record: async ({ action, actor }) => void recorded.push(`${action} ${actor?.role}`) },
  });
}

describe('POST /api/staff/login', () => {
  it('gives a token that opens the role’s room', async () => {
    await appWithStaff();
    const response = await login('agent@demo.local', 'right');
    expect(response.json()).toMatchObject({ role: 'agent', name: 'agent', email: 'agent@demo.local' });
    const headers = { authorization: `Bearer ${response.json().token}` };
    expect((await app.inject({ url: '/api/desk/conversations', headers })).statusCode).toBe(200);
    expect(recorded).toEqual(['login agent']);
  });

  it('answers the same for an unknown address and a wrong password', async () => {
    await appWithStaff();
    const [unknown, wrong] = await Promise.all([login('x@y.z', 'a'), login('agent@demo.local', 'a')]);
    const told = ({ statusCode, body }: typeof unknown) => [statusCode, JSON.parse(body).detail, JSON.parse(body).code];
    expect(told(unknown)).toEqual(told(wrong));
    expect(told(unknown)[0]).toBe(401);
  });

  it('stops guessing after ten failures, also at once, but never counts what succeeds', async () => {
    await appWithStaff();
    for (let i = 0; i < 15; i += 1) expect((await login('qa@demo.local', 'right')).statusCode).toBe(200);
    const guesses = await Promise.all(Array.from({ length: 30 }, (_, i) => login('admin@demo.local', `guess ${i}`)));
    const statuses = guesses.map((response) => response.statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    const last = await login('ADMIN@demo.local ', 'right');
    expect([last.statusCode, Number(last.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await login('qa@demo.local', 'right')).statusCode).toBe(200);
  });
});
