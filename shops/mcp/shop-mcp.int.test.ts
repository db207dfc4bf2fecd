import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { importShop } from '../../stores/shop-files/shop-import.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { parseShopMcp } from './config.ts';
import { createMcpOrders, createMcpWrites } from './shop-mcp.ts';
import { createMcpTools, type McpTools } from './tools.ts';

const script = join(import.meta.dirname, '../../testing/stub-mcp-server.ts');
let database: DatabaseHandle;
let http: ChildProcess;
const servers: Record<string, unknown> = { stdio: { command: process.execPath, args: [script] } };
const open: McpTools[] = [];

beforeAll(async () => {
  database = await withTestDatabase();
  const shop = { name: 'T', currency: 'EUR', timeZone: 'UTC', locales: ['en'], supportHours: null, asOf: null };
  await importShop(database.db, { shop });
  http = spawn(process.execPath, [script, 'http'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = http.stdout ? await once(http.stdout, 'data') : [];
  servers.http = { url: String(url).trim(), auth: { env: 'TOKEN' }, allowPrivateNetwork: true };
});
afterAll(async () => {
  await Promise.all(open.map((tools) => tools.close()));
  http.kill();
  await database.close();
});

function connect(server: unknown, timeoutMs = 4_000) {
  const description = {
    server,
    timeoutMs,
    orders: {
      tool: 'list_orders',
      arguments: { customer: '{customerId}' },
      rows: '/orders',
      map: {
        id: '/number',
        status: { at: '/state', by: { NEW: 'pending', VOID: 'cancelled' } },
        placedAt: '/created',
        items: { at: '/lines', each: { name: '/title', quantity: '/qty', unitPrice: '/price' } },
      },
    },
    writes: {
      cancel_order: {
        tool: 'void_order',
        risk: 'confirmation',
        arguments: { customer: '{customerId}', number: '{orderId}', key: '{confirmationId}' },
        expect: { status: 'cancelled' },
      },
    },
  };
  const config = parseShopMcp('mcp', JSON.stringify(description), () => 'secret');
  const tools = createMcpTools(config);
  open.push(tools);
  return {
    tools,
    orders: createMcpOrders({ db: database.db, tools, config }),
    carryOut: createMcpWrites({ tools, config }),
  };
}

describe.each(['stdio', 'http'])('an MCP server over %s', (kind) => {
  it('tells a customer’s orders and carries a change out with the confirmation’s key', async () => {
    const { tools, orders, carryOut } = connect(servers[kind]);
    const ids = async (customer: string) => (await orders.find(customer)).map(({ id }) => id).sort();
    expect(await ids('C-1')).toEqual(['MC-1', 'MC-2']);
    expect(await ids('C-2')).toEqual(['MC-3']);
    const change = { confirmationId: 'key-1', customerId: 'C-1', action: 'cancel_order', order: { id: 'MC-1' } };
    // What a model or a customer wrote names no other customer, and no tool that is not admitted.
    await carryOut({ ...change, args: { customer: 'C-2', number: 'MC-3' } });
    expect(await orders.find('C-1', { orderIds: ['MC-1'] })).toMatchObject([{ status: 'cancelled' }]);
    expect(await tools.call('asked', {})).toMatchObject({ keys: ['key-1'] });
    await expect(carryOut({ ...change, order: { id: 'MC-3' }, args: {} })).rejects.toMatchObject({
      code: 'shop_refused',
    });
    await expect(carryOut({ ...change, action: 'drop_everything', args: {} })).rejects.toMatchObject({
      code: 'shop_refused',
    });
  });
});

it('is the same to a customer whether it is late, broken or gone, and others go on', async () => {
  const { orders } = connect(servers.stdio, 1_500);
  expect(await orders.find('C-2')).toHaveLength(1);
  const started = performance.now();
  const [slow, other, garbage] = await Promise.allSettled([
    orders.find('slow'),
    orders.find('C-1'),
    orders.find('garbage'),
  ]);
  expect(slow).toMatchObject({ reason: { code: 'shop_unavailable' } });
  expect(garbage).toMatchObject({ reason: { code: 'shop_unavailable' } });
  expect(other).toMatchObject({ status: 'fulfilled' });
  expect(performance.now() - started).toBeLessThan(5_000);
  const gone = connect({ command: process.execPath, args: ['-e', 'process.exit(1)'] });
  await expect(gone.orders.find('C-1')).rejects.toMatchObject({ code: 'shop_unavailable' });
  const inside = connect({ url: 'http://127.0.0.1:1/mcp' });
  await expect(inside.orders.find('C-1')).rejects.toMatchObject({ code: 'shop_unavailable' });
});
