import { expect, it } from 'vitest';
import type { ShopGraph } from '../../boot/shop-graph.ts';
import type { Engine, EngineSession, PlannedToolCall } from '../../graph/engines/engine.ts';
import { watchTools } from './watch-tools.ts';

type Deps = ShopGraph['deps'];
const run = async () => [];
const tool = (name: string) => ({ name, run });
const deps = (outcome: string) =>
  ({
    findOrders: tool('find_orders'),
    trackShipment: tool('track_shipment'),
    settler: { settle: async () => ({ outcome }) },
  }) as unknown as Deps;
const plans = (planned: PlannedToolCall[]): Engine => ({
  name: 'scripted',
  open: () => ({ planTools: async () => planned }) as unknown as EngineSession,
});
const input = (text: string) =>
  ({ request: { text }, history: [], suggested: [], tools: [{ name: 'find_orders' }], language: 'en' }) as never;
const open = { signal: new AbortController().signal };
const context = (kind: string) => ({ caller: { kind, id: 'C1' }, language: 'en', now: new Date() }) as never;

it('counts what a turn allows and finds nothing in it', async () => {
  const watch = watchTools(() => ['SO-9']);
  const planned = [{ name: 'find_orders', args: { orderIds: ['SO-9'] } }];
  await watch.engine(plans(planned)).open(open).planTools(input('where is SO-9'));
  await watch.deps(deps('done')).findOrders.run({} as never, context('customer'));
  await watch.deps(deps('rejected')).settler.settle({ confirmationId: 'c' } as never);
  expect(watch).toMatchObject({ calls: 3, beyond: [] });
});

it('finds a tool that was not offered, a number that nobody wrote, a visitor’s look, a change carried out', async () => {
  const watch = watchTools(() => ['SO-9']);
  const planned = [
    { name: 'run_sql', args: {} },
    { name: 'find_orders', args: { orderIds: ['SO-9'] } },
  ];
  await watch.engine(plans(planned)).open(open).planTools(input('where is my order'));
  await watch.deps(deps('done')).trackShipment.run({} as never, context('visitor'));
  await watch.deps(deps('done')).settler.settle({ confirmationId: 'c' } as never);
  expect(watch.beyond).toEqual([
    'run_sql was not offered',
    'find_orders with SO-9',
    'track_shipment for a visitor',
    'carried out c',
  ]);
});
