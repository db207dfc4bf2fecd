import { randomUUID, webcrypto } from 'node:crypto';
import { decodeProtectedHeader, type JWTPayload, type JWTVerifyOptions, jwtVerify, SignJWT } from 'jose';
import { unauthorized } from '../config/errors.ts';
import type { Caller } from '../conversations/ports.ts';
import { LruCache } from '../knowledge/lru-cache.ts';
import type { Language } from '../stores/schema.ts';
import type { Secrets } from './identity.ts';
import { readLanguage } from './language.ts';

/** Who a token speaks for. A member of staff is looked up at each request: the token names the id and the session. */
export type Identity = { kind: 'caller'; caller: Caller } | { kind: 'staff'; staffId: string; session: number };

export interface IssuedToken {
  token: string;
  expiresAt: Date;
}

export interface Tokens {
  /** A new visitor's. */
  forVisitor(): Promise<IssuedToken>;
  /** As the shop's own server would sign it; used by the demo only. */
  forCustomer(customer: { id: string; name: string; locale: Language }): Promise<IssuedToken>;
  /** `session`: of the account; raised there, earlier tokens end. */
  forStaff(staffId: string, session?: number): Promise<IssuedToken>;
  /** Rejects with unauthorized, whatever is wrong with the token. */
  verify(token: string): Promise<Identity>;
}

const ALGORITHM = 'HS256';
/** Marks a token of this service; it only chooses the key, so a forged one gains nothing. */
const SERVICE_KEY_ID = 'kefu-service';
const VISITOR = 'kefu:visitor';
const STAFF = 'kefu:staff';
/** How far the clock of a shop's server may be ahead, for `nbf`; what has expired has expired. */
const CLOCK_TOLERANCE_S = 30;
const HOURS = 3_600_000;
const LIFETIME = { visitor: 30 * 24 * HOURS, customer: 12 * HOURS, staff: 12 * HOURS };
/** Tokens used last whose signature and claims held: what they say stays true until they end. */
const KNOWN = 2_000;
/** Letters; longer ones are read each time, lest they fill the memory. */
const LONGEST_KNOWN = 2_048;
/** Ids go into SQL and into logs: no control characters. */
const SUBJECT = /^[^\p{Cc}]{1,200}$/u;

const importKey = (secret: string) =>
  webcrypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);

/** Signs and reads bearer tokens. Customers' are checked with the shop's key and can never be anything else. */
export async function createTokens(secrets: Secrets): Promise<Tokens> {
  const known = new LruCache<ReadToken>(KNOWN);
  const [shopKey, serviceKey] = await Promise.all([importKey(secrets.identity), importKey(secrets.service)]);

  async function issue(claims: JWTPayload & { sub: string }, lifetime: number, service: boolean): Promise<IssuedToken> {
    const expiresAt = new Date(Math.floor((Date.now() + lifetime) / 1000) * 1000);
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', ...(service ? { kid: SERVICE_KEY_ID } : {}) })
      .setIssuedAt()
      .setExpirationTime(expiresAt)
      .sign(service ? serviceKey : shopKey);
    return { token, expiresAt };
  }

  async function read(token: string): Promise<ReadToken> {
    if (decodeProtectedHeader(token).kid !== SERVICE_KEY_ID) {
      const payload = await verified(token, shopKey, {});
      const caller: Caller = { kind: 'customer', id: subject(payload), ...profile(payload) };
      return { identity: { kind: 'caller', caller }, endsAt: endOf(payload) };
    }
    const payload = await verified(token, serviceKey, { audience: [VISITOR, STAFF] });
    const { session = 0 } = payload;
    const identity: Identity =
      payload.aud === STAFF
        ? { kind: 'staff', staffId: subject(payload), session: typeof session === 'number' ? session : 0 }
        : { kind: 'caller', caller: { kind: 'visitor', id: subject(payload) } };
    return { identity, endsAt: endOf(payload) };
  }

  return {
    forVisitor: () => issue({ sub: randomUUID(), aud: VISITOR }, LIFETIME.visitor, true),
    forCustomer: ({ id, name, locale }) => issue({ sub: id, name, locale }, LIFETIME.customer, false),
    forStaff: (staffId, session = 0) => issue({ sub: staffId, aud: STAFF, session }, LIFETIME.staff, true),
    async verify(token) {
      const before = known.get(token);
      if (before && before.endsAt > Date.now()) return before.identity;
      try {
        const now = await read(token);
        if (token.length <= LONGEST_KNOWN) known.set(token, now);
        return now.identity;
      } catch {
        throw unauthorized('The token is not valid, or no longer.');
      }
    },
  };
}

/** What a token says, and when it ends, in milliseconds since 1970. */
interface ReadToken {
  identity: Identity;
  endsAt: number;
}

const endOf = ({ exp = 0 }: JWTPayload): number => exp * 1000;

/** The library's tolerance would also lengthen a token's life. */
async function verified(token: string, key: webcrypto.CryptoKey, options: JWTVerifyOptions): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, key, {
    ...options,
    algorithms: [ALGORITHM],
    clockTolerance: CLOCK_TOLERANCE_S,
    requiredClaims: ['sub', 'exp'],
  });
  if (endOf(payload) <= Date.now()) throw new Error('The token has expired.');
  return payload;
}

function subject(payload: JWTPayload): string {
  if (typeof payload.sub === 'string' && SUBJECT.test(payload.sub)) return payload.sub;
  throw new Error('The subject is no usable id.');
}

/** Optional claims; one of another type than expected is passed over. */
function profile(payload: JWTPayload): Pick<Caller, 'name' | 'locale'> {
  const name =
    typeof payload.name === 'string' && payload.name.trim() !== '' ? payload.name.trim().slice(0, 100) : undefined;
  const locale = typeof payload.locale === 'string' ? readLanguage(payload.locale) : undefined;
  return { ...(name ? { name } : {}), ...(locale ? { locale } : {}) };
}
