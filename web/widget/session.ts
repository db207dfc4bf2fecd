import { createHttp, type Http } from '../api/http.ts';
import { newId } from '../api/new-id.ts';
import type { VisitorToken } from '../api/types.ts';
import type { KeyValue } from './storage.ts';

/** The product in view and what is in the basket. */
export interface PageContext {
  productId?: string;
  basket?: { productId: string; variantId?: string; quantity?: number }[];
}

/** Who talks, and in which conversation. */
export interface Session {
  /** Calls as the customer of the moment; an anonymous visitor's token is fetched when first needed. */
  http: Http;
  /** The conversation to go on with, or a new id that becomes one with the first message. */
  conversationId(): string;
  /** True when the server may know the conversation: something was sent in it. */
  begun(): boolean;
  markBegun(): void;
  startNew(): void;
  /** A signed customer token from the shop's server; null goes back to the anonymous visitor. */
  identify(token: string | null): void;
  identified(): boolean;
  /** What is before the customer on the shop's page; goes with every message. */
  page: PageContext | null;
  /** A visitor's token was refused: forget it, and the conversation with it. */
  forgetVisitor(): void;
}

/** The token's subject, unverified: it only names the drawer in which the conversation's id is kept. */
function subjectOf(token: string): string {
  try {
    const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const claims: unknown = JSON.parse(atob(payload));
    if (typeof claims === 'object' && claims !== null && 'sub' in claims) return `customer:${String(claims.sub)}`;
  } catch {
    // Not a JWT; the server will say so.
  }
  return 'customer';
}

/** Conversations are kept one a customer, so that a change of customer on the same device mixes nothing. */
export function createSession(options: { base: string; storage: KeyValue }): Session {
  const { base, storage } = options;
  let customerToken: string | null = null;
  let pendingVisitor: Promise<string> | null = null;
  const open = createHttp({ base, token: () => null });
  const drawer = () => `conversation:${customerToken ? subjectOf(customerToken) : 'visitor'}`;

  async function visitorToken(): Promise<string> {
    const kept = storage.get('visitor');
    if (kept) {
      const { token, expiresAt } = JSON.parse(kept) as VisitorToken;
      if (Date.parse(expiresAt) > Date.now() + 60_000) return token;
    }
    pendingVisitor ??= open
      .json<VisitorToken>('/api/visitors', { method: 'POST', body: {} })
      .then((visitor) => {
        storage.set('visitor', JSON.stringify(visitor));
        return visitor.token;
      })
      .finally(() => {
        pendingVisitor = null;
      });
    return pendingVisitor;
  }

  return {
    page: null,
    http: createHttp({ base, token: () => customerToken ?? visitorToken() }),
    conversationId() {
      const kept = storage.get(drawer());
      if (kept) return kept.replace(/^\*/, '');
      const id = newId();
      storage.set(drawer(), `*${id}`);
      return id;
    },
    begun: () => !(storage.get(drawer()) ?? '*').startsWith('*'),
    markBegun() {
      storage.set(drawer(), this.conversationId());
    },
    startNew: () => storage.set(drawer(), null),
    identify(token) {
      customerToken = token;
    },
    identified: () => customerToken !== null,
    forgetVisitor() {
      storage.set('visitor', null);
      storage.set('conversation:visitor', null);
    },
  };
}
