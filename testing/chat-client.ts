import { z } from 'zod';
import { turnResultSchema } from '../graph/turn-result.ts';

/** A customer's token in demo mode. */
export async function customerToken(url: string, customerId: string): Promise<string> {
  const response = await fetch(`${url}/api/demo/customers/${customerId}/token`, { method: 'POST' });
  if (!response.ok) throw new Error(`No token for ${customerId}: ${response.status} ${await response.text()}`);
  return z.object({ token: z.string() }).parse(await response.json()).token;
}

/** One turn over HTTP, as one object. */
export async function ask(
  url: string,
  token: string,
  body: { text: string; conversationId?: string; locale?: string },
) {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const json: unknown = await response.json();
  if (!response.ok) throw new Error(`POST /api/chat: ${response.status} ${JSON.stringify(json)}`);
  return turnResultSchema.partial({ routes: true, quickReplies: true }).parse(json);
}
