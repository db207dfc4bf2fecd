import { tool } from '@langchain/core/tools';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aRequest, startModelTurns } from '../../../testing/models/scripted-model-turn.ts';

describe('planTools', () => {
  const find = tool(async () => '[]', {
    name: 'find_orders',
    description: 'Finds orders',
    schema: z.object({ orderIds: z.array(z.string()).optional(), status: z.array(z.enum(['shipped'])).optional() }),
  });
  const suggested = [{ name: 'find_orders', args: { productIds: ['P7'] } }];
  const plan = (text: string, history = '') => ({
    request: aRequest({ text }),
    tools: [find],
    suggested,
    history: history ? [{ author: 'customer' as const, text: history }] : [],
    language: 'en' as const,
  });

  it('lets the model choose among the tools of the turn', async () => {
    const { model, open } = await startModelTurns({
      script: [{ toolCalls: [{ name: 'find_orders', args: { orderIds: ['BK-10012'], status: ['shipped'] } }] }],
    });
    const session = open();
    const calls = await session.planTools(plan('and that one?', 'It was BK-10012.'));
    expect(calls).toEqual([{ name: 'find_orders', args: { orderIds: ['BK-10012'], status: ['shipped'] } }]);
    expect(model.requests[0]?.tools?.map((one) => one.function.name)).toEqual(['find_orders']);
    expect(session.name).toBe('scripted-model');
  });

  it.each([
    ['another customer’s order', { name: 'find_orders', args: { orderIds: ['BK-66666'] } }],
    ['a tool that was not offered', { name: 'refund_everything', args: {} }],
    ['arguments of another shape', { name: 'find_orders', args: { orderIds: 'all' } }],
    ['arguments that are no JSON', { name: 'find_orders', args: '{"orderIds": [' }],
  ])('falls back to the suggestion on %s', async (_, call) => {
    const { open } = await startModelTurns({ script: [{ toolCalls: [call] }] });
    const session = open();
    expect(await session.planTools(plan('Where are my shipped things?'))).toEqual(suggested);
    expect(session).toMatchObject({ name: 'local', degraded: false });
  });

  it('needs no model for a number that the customer wrote', async () => {
    const { model, open } = await startModelTurns({ script: [] });
    const input = plan('BK-10012?');
    input.request.slots.orderIds.push('BK-10012');
    expect(await open().planTools(input)).toEqual(suggested);
    expect(model.requests).toHaveLength(0);
  });
});
