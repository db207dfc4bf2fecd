import { pino } from 'pino';
import { openShopGraph, type ShopGraph } from '../../boot/shop-graph.ts';
import type { Caller } from '../../conversations/ports.ts';
import { createTurnService } from '../../conversations/turn-service.ts';
import type { Engine } from '../../graph/engines/engine.ts';
import type { TurnRunner } from '../../graph/ports.ts';
import type { TurnEvent } from '../../graph/turn-events.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import { createTurnRunner } from '../../graph/turn-runner.ts';
import { createNotifications } from '../../stores/notifications.ts';
import type { Language } from '../../stores/schema.ts';
import { readShopFiles } from '../../stores/shop-files.ts';
import { importShop } from '../../stores/shop-import.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { createMemoryKnowledge } from '../retrieval/memory-knowledge.ts';
import { shopPassages } from '../retrieval/shop-passages.ts';

/** A shop with its customers, orders and knowledge, and the real turns and graph on a scratch database. */
export interface ShopInProcess {
  /** One turn; `conversationId` makes or goes on with a conversation. */
  say(
    conversationId: string,
    caller: Caller,
    text: string,
    options?: { locale?: Language; listen?: (event: TurnEvent) => void },
  ): Promise<TurnResult>;
  /** The change that waits for the customer's yes. */
  pendingAction(conversationId: string): Promise<string | null>;
  /** Takes back what conversations changed of orders. */
  restoreOrders(): Promise<void>;
  close(): Promise<void>;
}

/** What stands between the real parts: another engine, a fault that the suites must see. */
export interface ShopWrap {
  engine?: ((local: Engine) => Engine) | undefined;
  deps?: ((deps: ShopGraph['deps']) => ShopGraph['deps']) | undefined;
  runner?: ((runner: TurnRunner) => TurnRunner) | undefined;
}

/** `engine` wraps the built-in engine, to converse with another one. */
export async function openShopInProcess(
  shopDir: string,
  engine: (local: Engine) => Engine = (local) => local,
  wrap: Pick<ShopWrap, 'deps' | 'runner'> = {},
): Promise<ShopInProcess> {
  const logger = pino({ level: 'silent' });
  const database = await withTestDatabase();
  const { db, pool, url } = database;
  await importShop(db, await readShopFiles(shopDir));
  await pool.query('create table orders_before as table orders');
  const notifications = await createNotifications({ url, logger });
  const { passages, concepts } = await shopPassages(shopDir);
  const { retriever } = await createMemoryKnowledge(passages, concepts);
  const { deps, localEngine } = await openShopGraph({ database, retriever });
  const runner = await createTurnRunner({
    ...(wrap.deps?.(deps) ?? deps),
    engine: engine(localEngine),
    handoffRules: () => [],
    pool,
  });
  const turns = createTurnService({
    database,
    runner: wrap.runner?.(runner) ?? runner,
    notifications,
    logger,
    alone: true,
    leaveQueue: async () => ({ status: 'waiting' }),
  });
  return {
    async say(conversationId, caller, text, { locale, listen } = {}) {
      const handle = await turns.submit({ conversationId, caller, text, ...(locale ? { locale } : {}) });
      if (listen) for await (const { event } of handle.events()) listen(event);
      return handle.result;
    },
    async pendingAction(conversationId) {
      const row = await db
        .selectFrom('confirmations')
        .select('action')
        .where('conversation_id', '=', conversationId)
        .where('status', '=', 'pending')
        .executeTakeFirst();
      return row?.action ?? null;
    },
    async restoreOrders() {
      await pool.query('delete from order_changes');
      const { rows } = await pool.query<{ column_name: string }>(
        `select column_name from information_schema.columns where table_name = 'orders_before' and column_name <> 'id'`,
      );
      const sets = rows.map(({ column_name }) => `${column_name} = b.${column_name}`).join(', ');
      await pool.query(`update orders o set ${sets} from orders_before b where b.id = o.id`);
    },
    async close() {
      await turns.close(0);
      await notifications.close();
      await database.close();
    },
  };
}
