import { expect, it } from 'vitest';
import { parseShopMcp } from './config.ts';

const orders = { tool: 'list', arguments: { customer: '{customerId}' }, map: { id: '/id' } };
const read = (config: Record<string, unknown>) => () =>
  parseShopMcp('mcp.json', JSON.stringify(config), () => undefined);

it('admits tools one by one, each with its risk, and names every fault', () => {
  const server = { command: 'shop-mcp' };
  const write = { tool: 'cancel', risk: 'confirmation', arguments: { key: '{confirmationId}' } };
  expect(read({ server, orders, writes: { cancel_order: write } })().writes.cancel_order?.risk).toBe('confirmation');
  expect(read({ server, orders: { ...orders, arguments: {} } })).toThrow('orders.arguments: hold {customerId}');
  expect(read({ server, orders, writes: { cancel_order: { ...write, risk: 'none' } } })).toThrow('cancel_order.risk');
  expect(read({ server, orders, writes: { cancel_order: { ...write, arguments: {} } } })).toThrow('{confirmationId}');
  expect(read({ server: { url: 'https://x.example/mcp', auth: { env: 'TOKEN' } }, orders })).toThrow(
    'TOKEN is not set',
  );
  expect(read({ server, orders, tools: ['anything'] })).toThrow('tools');
});
