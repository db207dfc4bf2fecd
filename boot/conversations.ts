import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import { createDoubtClock } from '../conversations/changes-in-doubt.ts';
import { createConversationService } from '../conversations/conversation-service.ts';
import { createDecisionClock } from '../conversations/desk/approvals/decision-clock.ts';
import { type ChangeDesk, createChangeDesk } from '../conversations/desk/change-desk.ts';
import { createOrderChanges, type OrderChanges } from '../conversations/desk/changes/order-changes.ts';
import { createProposalSettler } from '../conversations/desk/changes/settle-proposal.ts';
import { createDeskService } from '../conversations/desk/desk-service.ts';
import { createDeskTools, type DeskTools } from '../conversations/desk/desk-tools.ts';
import { createDeskTranslation, type DeskTranslation } from '../conversations/desk/desk-translation.ts';
import { createEventPruning } from '../conversations/event-pruning.ts';
import { createCustomerHandoff } from '../conversations/handoff/customer-handoff.ts';
import { createHandoffClock } from '../conversations/handoff/handoff-clock.ts';
import { createHandoffRuleService } from '../conversations/handoff/rule-service.ts';
import type { ConversationService, DeskService } from '../conversations/ports.ts';
import { createStockWatch } from '../conversations/stock-watch.ts';
import {
  createTurnService,
  type RunningTurnService,
  type TurnServiceOptions,
} from '../conversations/turns/turn-service.ts';
import { createTypingSignals } from '../conversations/typing.ts';
import type { BreakerState } from '../graph/engines/circuit-breaker.ts';
import { createEngine } from '../graph/engines/create-engine.ts';
import type { Engine } from '../graph/engines/engine.ts';
import { createObservedEngine } from '../graph/engines/observed.ts';
import { createTranslator } from '../graph/engines/openai/translate.ts';
import type { TurnRunner } from '../graph/ports.ts';
import { createTurnRunner } from '../graph/turn-runner.ts';
import type { QuotedSentences } from '../knowledge/injection/quoted-sentences.ts';
import type { Retriever } from '../knowledge/types.ts';
import type { Quality } from '../quality/ports.ts';
import { withTurnMemory } from '../shops/turn-memory.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import type { Notifications } from '../stores/notifications.ts';
import { createOrderStore } from '../stores/orders.ts';
import { WRITE_TOOLS } from '../tools/changes/write-tools.ts';
import { orderCard } from '../tools/orders/order-card.ts';
import { codeWebhook } from './code-webhook.ts';
import type { Owned } from './owned.ts';
import { openQuality } from './quality.ts';
import { createReplyDraft } from './reply-draft.ts';
import { followShop } from './shop-changes.ts';
import { openShopGraph } from './shop-graph.ts';
import { openShopSystem } from './shop-system.ts';

const DESK_ORDERS = 10;
/** Turns under way get this long to end; those left are taken up by the next process. */
export const TURN_GRACE_MS = 8_000;

export interface Conversations {
  turns: RunningTurnService;
  conversations: ConversationService;
  desk: DeskService;
  deskTools: DeskTools;
  changeDesk: ChangeDesk;
  orderChanges: OrderChanges;
  deskTranslation: DeskTranslation;
  quality: Quality;
  /** The built-in engine, whichever one answers customers. */
  localEngine: Engine;
  /** Makes this process know what the shop is by now. */
  reloadShop(): Promise<void>;
}

/** All that answers customers and agents: engine, graph, turns, conversations, desk. */
export async function openConversations(options: {
  settings: Pick<Settings, 'model' | 'databaseUrl' | 'shopApiFile' | 'shopMcpFile' | 'contactUrl'>;
  logger: Logger;
  database: DatabaseHandle;
  notifications: Notifications;
  retriever: Retriever;
  quoted: Pick<QuotedSentences, 'of'>;
  /** The one that searches go by at the moment. */
  onTurn: TurnServiceOptions['onTurn'];
  onBreaker: (state: BreakerState) => void;
  onModelCall: (call: { purpose: string; outcome: string; ms: number }) => void;
  owned: Owned;
}): Promise<Conversations> {
  const { settings, logger, database, notifications, retriever, owned } = options;
  const { db, pool } = database;
  const system = await openShopSystem(settings, database);
  if (system.close) owned.add('shop system', system.close);
  const shopGraph = await openShopGraph({
    database,
    retriever,
    quoted: options.quoted,
    system,
    ...(settings.contactUrl === undefined ? {} : { sendCode: codeWebhook(settings.contactUrl, logger) }),
  });
  const { deps, localEngine } = shopGraph;
  if (deps.policy.notUnderstood.length > 0)
    logger.warn(
      { fields: deps.policy.notUnderstood },
      'policy.json has rules that are not understood; careful defaults hold',
    );
  owned.add('changes of the shop', followShop({ notifications, logger, reload: shopGraph.reload }));
  const { quality, shadow, follower } = await openQuality({
    ...shopGraph,
    settings,
    logger,
    database,
    notifications,
    shop: shopGraph.qualityShop,
    owned,
  });
  const engine = createObservedEngine(
    createEngine(settings, localEngine, logger, {
      onUpstream: options.onModelCall,
      onBreaker: options.onBreaker,
      modelFor: follower.nameOf,
    }),
    shadow.observe,
  );
  const rules = createHandoffRuleService({ db, notifications, logger });
  owned.add('handoff rules', rules.close);
  const inner = await createTurnRunner({ ...deps, handoffRules: rules.inForce, engine, pool });
  const runner: TurnRunner = {
    run: (input, run) => withTurnMemory(() => inner.run(input, run)),
    forget: inner.forget,
  };
  const handoff = createCustomerHandoff({ db, shop: deps.shop });
  const turns = createTurnService({
    database,
    runner,
    notifications,
    logger,
    leaveQueue: handoff.cancel,
    proposals: createProposalSettler({ db, settler: deps.settler, shop: deps.shop }),
    onTurn: options.onTurn,
    // The embedded server is this process's alone, by the lock of the data directory.
    alone: settings.databaseUrl === undefined,
  });
  owned.add('turns', () => turns.close(0));
  const typing = createTypingSignals({ db, notifications });
  const conversations = createConversationService({ db, notifications, typing, shop: deps.shop, handoff, turns });
  owned.add('conversations', conversations.close);
  const clock = createHandoffClock({ db, shop: deps.shop, logger });
  owned.add('handoff clock', clock.stop);
  if (system.carryOut)
    owned.add('changes in doubt', createDoubtClock({ db, settler: deps.settler, shop: deps.shop, logger }).stop);
  const stock = createStockWatch({ db, notifications, logger });
  owned.add('stock watch', stock.stop);
  const pruning = createEventPruning({ db, logger });
  owned.add('event pruning', pruning.stop);

  const changeDesk = createChangeDesk({ db, ...deps, orders: system.orders, tools: WRITE_TOOLS });
  const decisions = createDecisionClock({ decisions: changeDesk, logger });
  owned.add('decisions of the desk', decisions.stop);

  const orders = createOrderStore(db);
  const view = { currency: deps.shop.currency, options: deps.options };
  const desk = createDeskService({
    db,
    notifications,
    typing,
    loadOrders: async (customerId, language) =>
      (await orders.find(customerId, { limit: DESK_ORDERS })).map((order) => ({
        ...orderCard(order, { ...view, language }),
      })),
    loadApprovals: (conversationId) => changeDesk.list({ conversationId }),
    suggest: createReplyDraft({ engine, retriever }),
  });
  return {
    turns,
    conversations,
    desk,
    quality,
    deskTools: createDeskTools(db, rules),
    changeDesk,
    deskTranslation: createDeskTranslation({
      db,
      translator:
        settings.model && createTranslator({ model: settings.model, logger, onUpstream: options.onModelCall }),
    }),
    orderChanges: createOrderChanges({ db, ...deps, orders: system.orders, tools: WRITE_TOOLS }),
    localEngine,
    reloadShop: shopGraph.reload,
  };
}
