import { randomUUID } from 'node:crypto';
import type { TurnRunner } from '../../graph/ports.ts';
import { withPassages } from '../../quality/traces/with-passages.ts';
import { openShopInProcess, type ShopWrap } from '../dialogue/shop-in-process.ts';
import { shopPassages } from '../retrieval/shop-passages.ts';
import type { ShopTarget } from './shop-target.ts';

/** The real turns and graph over a shop's files, on a scratch database; `wrap` puts faults or other engines in. */
export async function openInProcessTarget(shopDir: string, wrap: ShopWrap = {}): Promise<ShopTarget> {
  const traces = new Map<string, unknown>();
  const watched = (runner: TurnRunner): TurnRunner => ({
    forget: (turnId) => runner.forget(turnId),
    async run(input, options) {
      const outcome = await runner.run(input, options);
      traces.set(input.conversationId, outcome.trace);
      return outcome;
    },
  });
  const shop = await openShopInProcess(shopDir, wrap.engine, {
    ...wrap,
    runner: (runner) => watched(wrap.runner?.(runner) ?? runner),
  });
  const { passages } = await shopPassages(shopDir);
  const texts = new Map(passages.map(({ id, text }) => [id, text]));
  return {
    name: 'in process',
    async say({ text, language, customer, conversationId = randomUUID() }) {
      const caller = customer
        ? ({ kind: 'customer', id: customer } as const)
        : ({ kind: 'visitor', id: conversationId } as const);
      const started = performance.now();
      const reply = await shop.say(conversationId, caller, text, { locale: language });
      const trace = traces.get(conversationId);
      traces.delete(conversationId);
      const ms = performance.now() - started;
      return { reply, trace: withPassages(trace, (id) => texts.get(id)), ms };
    },
    close: () => shop.close(),
  };
}
