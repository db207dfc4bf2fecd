import { databaseForStudio } from './boot/database-for-studio.ts';
import { openShopGraph } from './boot/shop-graph.ts';
import { readSettings } from './config/env.ts';
import { createLogger } from './config/logger.ts';
import { compileGraph } from './graph/graph.ts';
import { createStudioScope } from './graph/studio-scope.ts';
import { createKnowledgeBase } from './knowledge/knowledge-base.ts';
import { openDatabase } from './stores/database.ts';
import { createNotifications } from './stores/notifications.ts';

/**
 * The graph for `langgraphjs dev` and Studio (langgraph.json), on the database of a running Kefu (one is started where none runs).
 * It has no checkpointer of its own: the LangGraph server brings one.
 */
async function openStudioGraph() {
  const settings = readSettings();
  const logger = createLogger(settings);
  const url = await databaseForStudio(settings);
  const database = openDatabase({ url, logger, max: 4 });
  const notifications = await createNotifications({ url, logger });
  const { retriever } = await createKnowledgeBase({
    db: database.db,
    databaseUrl: url,
    notifications,
    logger,
  });
  const { deps, localEngine } = await openShopGraph({ database, retriever });
  const scopeOf = createStudioScope({
    engine: localEngine,
    callerOf: (config) => {
      const customerId = config.context?.customerId ?? config.configurable?.customerId;
      return settings.demo && customerId ? { kind: 'customer', id: customerId } : { kind: 'visitor', id: 'studio' };
    },
  });
  return compileGraph({ ...deps, scopeOf, handoffRules: () => [] });
}

export const graph = await openStudioGraph();
