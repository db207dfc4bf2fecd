import { pino } from 'pino';
import { openShopGraph, type ShopGraph } from '../../boot/shop-graph.ts';
import type { Caller } from '../../conversations/ports.ts';
import { createTurnService } from '../../conversations/turns/turn-service.ts';
import type { Engine } from '../../graph/engines/engine.ts';
import type { TurnRunner } from '../../graph/ports.ts';
import type { TurnEvent } from '../../graph/turn-events.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import { createTurnRunner } from '../../graph/turn-runner.ts';
import type { DatabaseHandle } from '../../stores/database.ts';
import { createNotifications } from '../../stores/notifications.ts';
import type { Language } from '../../stores/schema.ts';
import { readShopFiles, type ShopFiles } from '../../stores/shop-files/shop-files.ts';
import { importShop } from '../../stores/shop-files/shop-import.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { createMemoryKnowledge } from '../retrieval/memory-knowledge.ts';
import { shopPassages } from '../retrieval/shop-passages.ts';

/** What changes of orders touch. */
const CHANGED = ['orders', 'order_items', 'customers'];

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
  database: DatabaseHandle;
  /** What the graph's branches work with. */
  deps: ShopGraph['deps'];
  /** A digest of every order and of the ledger: the same as long as nothing was written. */
  ordersState(): Promise<string>;
  /** What each turn did, as it is kept for QA, oldest first. */
  traces(conversationId: string): Promise<unknown[]>;
  /** Takes back what conversations changed of orders and customers. */
  restoreOrders(): Promise<void>;
  close(): Promise<void>;
}

/** What stands between the real parts: another engine, a fault that the suites must see. */
export interface ShopWrap {
  engine?: ((local: Engine) => Engine) | undefined;
  deps?: ((deps: ShopGraph['deps']) => ShopGraph['deps']) | undefined;
  runner?: ((runner: TurnRunner) => TurnRunner) | undefined;
  /** Instructions to the machine in the shop's texts reach the graph, as they never do in production. */
  unfiltered?: boolean | undefined;
}

/** A shop of a folder, or one of files without knowledge. `engine` wraps the built-in engine, to converse with another one. */
export async function openShopInProcess(
  shop: string | ShopFiles,
  engine: (local: Engine) => Engine = (local) => local,
  wrap: Omit<ShopWrap, 'engine'> = {},
): Promise<ShopInProcess> {
  const logger = pino({ level: 'silent' });
  const database = await withTestDatabase();
  const { db, pool, url } = database;
  await importShop(db, typeof shop === 'string' ? await readShopFiles(shop) : shop);
  for (const table of CHANGED) await pool.query(`create table ${table}_before as table ${table}`);
  const notifications = await createNotifications({ url, logger });
  const { passages, concepts } = typeof shop === 'string' ? await shopPassages(shop) : { passages: [], concepts: [] };
  const { retriever } = await createMemoryKnowledge(passages, concepts, { unfiltered: wrap.unfiltered });
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
    database,
    deps,
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
    async ordersState() {
      const { rows } = await pool.query<{ state: string }>(
        `select md5(coalesce((select string_agg(o::text, '|' order by o.id) from orders o), '')) || ' ' ||
           (select count(*) from order_changes) as state`,
      );
      return rows[0]?.state ?? '';
    },
    async traces(conversationId) {
      const { rows } = await pool.query<{ trace: unknown }>(
        'select trace from turns where conversation_id = $1 order by seq',
        [conversationId],
      );
      return rows.map(({ trace }) => trace);
    },
    async restoreOrders() {
      await pool.query('delete from change_approvals; delete from order_changes; delete from confirmations');
      await pool.query('delete from order_items using order_items_before b where order_items.order_id = b.order_id');
      await pool.query('insert into order_items table order_items_before');
      for (const table of ['orders', 'customers']) {
        const { rows } = await pool.query<{ column_name: string }>(
          `select column_name from information_schema.columns where table_name = '${table}_before' and column_name <> 'id'`,
        );
        const names = rows.map(({ column_name }) => column_name);
        const list = (of: string) => names.map((name) => `${of}.${name}`).join(', ');
        await pool.query(
          `update ${table} t set ${names.map((name) => `${name} = b.${name}`).join(', ')}
           from ${table}_before b where b.id = t.id and (${list('t')}) is distinct from (${list('b')})`,
        );
      }
    },
    async close() {
      await turns.close(0);
      await notifications.close();
      await database.close();
    },
  };
}
