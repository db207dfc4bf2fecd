import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { createTokens } from './tokens.ts';

const SECRETS = { identity: 'i'.repeat(40), service: 's'.repeat(40) };
const bytes = (text: string) => new TextEncoder().encode(text);
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

const signed = (claims: Record<string, unknown>, options: { secret?: string; alg?: string; kid?: string } = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: options.alg ?? 'HS256', ...(options.kid ? { kid: options.kid } : {}) })
    .sign(bytes(options.secret ?? SECRETS.identity));

describe('tokens', () => {
  it('reads back what it issued', async () => {
    const tokens = await createTokens(SECRETS);
    const visitor = await tokens.verify((await tokens.forVisitor()).token);
    expect(visitor).toMatchObject({ kind: 'caller', caller: { kind: 'visitor' } });
    expect(await tokens.verify((await tokens.forStaff('s1')).token)).toEqual({
      kind: 'staff',
      staffId: 's1',
      session: 0,
    });
    const customer = await tokens.forCustomer({ id: 'C1', name: 'Li', locale: 'en' });
    expect(await tokens.verify(customer.token)).toEqual({
      kind: 'caller',
      caller: { kind: 'customer', id: 'C1', name: 'Li', locale: 'en' },
    });
  });

  it('refuses a token that was good before once it has ended', async () => {
    const tokens = await createTokens(SECRETS);
    const { token, expiresAt } = await tokens.forCustomer({ id: 'C1', name: 'Li', locale: 'en' });
    await expect(tokens.verify(token)).resolves.toBeDefined();
    vi.useFakeTimers({ now: expiresAt.getTime() - 1, toFake: ['Date'] });
    try {
      await expect(tokens.verify(token)).resolves.toMatchObject({ caller: { id: 'C1' } });
      vi.setSystemTime(expiresAt);
      await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'unauthorized' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('takes a customer’s token with the least and with odd optional claims', async () => {
    const tokens = await createTokens(SECRETS);
    const token = await signed({
      sub: 'C1',
      exp: inSeconds(60),
      name: 7,
      locale: 'fr',
      email: 'a@b.c',
      aud: 'kefu:staff',
    });
    expect(await tokens.verify(token)).toEqual({ kind: 'caller', caller: { kind: 'customer', id: 'C1' } });
    const fromAhead = await signed({ sub: 'C1', exp: inSeconds(60), nbf: inSeconds(20) });
    await expect(tokens.verify(fromAhead)).resolves.toBeDefined();
  });

  it.each<[string, () => string | Promise<string>]>([
    ['expired', () => signed({ sub: 'C1', exp: inSeconds(-60) })],
    ['expired a second ago', () => signed({ sub: 'C1', exp: inSeconds(-1) })],
    ['without exp', () => signed({ sub: 'C1' })],
    ['without sub', () => signed({ exp: inSeconds(60) })],
    ['with an empty sub', () => signed({ sub: '', exp: inSeconds(60) })],
    ['with a control character in sub', () => signed({ sub: 'C\u0000', exp: inSeconds(60) })],
    ['by another key', () => signed({ sub: 'C1', exp: inSeconds(60) }, { secret: 'x'.repeat(40) })],
    [
      'with another algorithm',
      () => signed({ sub: 'C1', exp: inSeconds(60) }, { alg: 'HS512', secret: 'i'.repeat(80) }),
    ],
    ['unsigned', () => new UnsecuredJWT({ sub: 'C1', exp: inSeconds(60) }).encode()],
    [
      'by the shop, posing as staff',
      () => signed({ sub: 's1', exp: inSeconds(60), aud: 'kefu:staff' }, { kid: 'kefu-service' }),
    ],
    [
      'by this service for another purpose',
      () => signed({ sub: 's1', exp: inSeconds(60), aud: 'other' }, { kid: 'kefu-service', secret: SECRETS.service }),
    ],
    ['garbage', () => 'a.b.c'],
  ])('refuses one %s', async (_name, make) => {
    const tokens = await createTokens(SECRETS);
    await expect(tokens.verify(await make())).rejects.toMatchObject({ status: 401, code: 'unauthorized' });
  });
});
