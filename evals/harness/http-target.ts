import { z } from 'zod';
import { ask, customerToken } from '../../testing/chat-client.ts';
import type { ShopTarget } from './shop-target.ts';

/**
 * A deployment over HTTP. `tokens` holds customers' tokens by their id; a customer without one gets it from the demo's
 * route, a visitor is made anew for each conversation. With a staff token replies come with their traces.
 */
export function createHttpTarget(input: {
  url: string;
  tokens?: Record<string, string>;
  staffToken?: string | undefined;
}): ShopTarget {
  const url = input.url.replace(/\/+$/, '');
  const tokens = new Map(Object.entries(input.tokens ?? {}).map(([id, token]) => [id, Promise.resolve(token)]));
  const visitors = new Map<string, string>();
  const tokenOf = (customer: string): Promise<string> => {
    const known = tokens.get(customer) ?? customerToken(url, customer);
    tokens.set(customer, known);
    return known;
  };
  return {
    name: url,
    async say({ text, language, customer, conversationId }) {
      const known = conversationId === undefined ? undefined : visitors.get(conversationId);
      const token = customer === undefined ? (known ?? (await visitorToken(url))) : await tokenOf(customer);
      const started = performance.now();
      const reply = await ask(url, token, { text, locale: language, ...(conversationId ? { conversationId } : {}) });
      if (customer === undefined) visitors.set(reply.conversationId, token);
      const ms = performance.now() - started;
      return { reply, trace: await traceOf(url, reply.messageId, input.staffToken), ms };
    },
    close: async () => undefined,
  };
}

/** How a reply came about; undefined where that is not for us to see. */
async function traceOf(url: string, replyId: string | null, token: string | undefined): Promise<unknown> {
  if (replyId === null || token === undefined) return undefined;
  const response = await fetch(`${url}/api/qa/traces/${replyId}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) return undefined;
  return z.object({ trace: z.array(z.unknown()) }).parse(await response.json()).trace;
}

async function visitorToken(url: string): Promise<string> {
  const response = await fetch(`${url}/api/visitors`, { method: 'POST', signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`POST /api/visitors: ${response.status} ${await response.text()}`);
  return z.object({ token: z.string() }).parse(await response.json()).token;
}
