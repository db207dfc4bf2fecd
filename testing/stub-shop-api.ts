import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type StubMood =
  | 'well'
  | 'slow'
  | 'does it, says nothing'
  | 'failing'
  | 'garbage'
  | 'cut'
  | 'wrong shape'
  | 'drip'
  | 'huge'
  | 'redirect';

/** A shop's own API in a process of the test: it answers well, or in one of the ways in which such systems fail. */
export interface StubShopApi {
  url: string;
  mood: StubMood;
  /** What it offers now. */
  offers: unknown[];
  /** What was asked, oldest first. */
  asked: Array<{ method: string; path: string; key: string | undefined; auth: string | undefined; body: unknown }>;
  close(): Promise<void>;
}

const ORDERS: Record<string, unknown[]> = {
  'C-1': [
    {
      number: 'WX-90001',
      state: 'IN_TRANSIT',
      created: '2026-11-20T10:00:00Z',
      lines: [{ sku: 'S-1', title: 'Tent', qty: 1, cents: '120.00' }],
    },
    {
      number: 'WX-90002',
      state: 'NEW',
      created: '2026-11-25T10:00:00Z',
      lines: [{ sku: 'S-2', title: 'Stove', qty: 2, cents: '35.50' }],
    },
  ],
};

export async function startStubShopApi(delayMs = 2_000): Promise<StubShopApi> {
  const cancelled = new Set<string>();
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const stub: StubShopApi = {
    url: '',
    mood: 'well',
    offers: [{ key: 'camp', label: 'Camp week', text: '10% off tents', word: 'CAMP10', floor: '80.00' }],
    asked: [],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    const [key] = [request.headers['idempotency-key']].flat();
    stub.asked.push({
      method: request.method ?? '',
      path,
      key,
      auth: request.headers.authorization,
      body: text === '' ? undefined : JSON.parse(text),
    });
    const send = (body: unknown, status = 200) => response.writeHead(status).end(JSON.stringify(body));
    const good = () => {
      const order = /^\/orders\/([^/]+)\/cancel$/.exec(path)?.[1];
      if (order) {
        cancelled.add(order);
        if (stub.mood === 'does it, says nothing') return;
        return send({ ok: true });
      }
      const customer = /^\/customers\/([^/?]+)\/orders/.exec(path)?.[1] ?? '';
      const rows = (ORDERS[customer] ?? []).map((row) =>
        cancelled.has(String((row as { number: string }).number)) ? { ...(row as object), state: 'VOID' } : row,
      );
      const one = /^\/orders\/([^/]+)$/.exec(path)?.[1];
      if (one) {
        const found = ORDERS['C-1']?.find((row) => (row as { number: string }).number === one);
        return found
          ? send(cancelled.has(one) ? { ...found, state: 'VOID' } : found)
          : send({ error: 'no such order' }, 404);
      }
      if (path.startsWith('/products')) return send({ data: [{ sku: 'S-1', title: 'Tent', price: '120.00' }] });
      if (path.startsWith('/offers')) return send({ data: stub.offers });
      return send({ data: rows });
    };
    switch (stub.mood) {
      case 'well':
      case 'does it, says nothing':
        return void good();
      case 'slow':
        setTimeout(good, delayMs).unref();
        return;
      case 'failing':
        return void send({ error: 'boom' }, 500);
      case 'garbage':
        return void response.end('<html>\u0000 not json');
      case 'cut':
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"data": [');
        setTimeout(() => response.destroy(), 20).unref();
        return;
      case 'wrong shape':
        return void send({ data: [{ number: 7, state: {}, lines: 'none' }] });
      case 'huge':
        return void response.end(JSON.stringify({ data: 'x'.repeat(3_000_000) }));
      case 'redirect':
        return void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      case 'drip': {
        response.writeHead(200);
        const drop = setInterval(() => response.write(' '), 50);
        response.once('close', () => clearInterval(drop));
      }
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return stub;
}

/** The description of the stub's API, as a shop would write it. */
export const stubShopDescription = (url: string, over: Record<string, unknown> = {}) => ({
  baseUrl: url,
  auth: { env: 'SHOP_TOKEN' },
  allowPrivateNetwork: true,
  orders: {
    list: '/customers/{customerId}/orders',
    one: '/orders/{orderId}',
    rows: '/data',
    map: {
      id: '/number',
      status: { at: '/state', by: { NEW: 'pending', IN_TRANSIT: 'shipped', VOID: 'cancelled' } },
      placedAt: '/created',
      items: { at: '/lines', each: { productId: '/sku', name: '/title', quantity: '/qty', unitPrice: '/cents' } },
    },
  },
  products: { path: '/products', rows: '/data', map: { id: '/sku', name: '/title', price: '/price' } },
  promotions: {
    path: '/offers',
    rows: '/data',
    map: { id: '/key', name: '/label', gives: '/text', code: '/word', minimum: '/floor' },
  },
  writes: {
    cancel_order: {
      path: '/orders/{orderId}/cancel',
      body: { reason: '{args.reason}', by: 'customer {customerId}' },
      expect: { status: 'cancelled' },
    },
  },
  ...over,
});
