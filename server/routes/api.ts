import type { FastifyPluginAsync } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { createEvalRunFiles } from '../../quality/eval-runs/run-files.ts';
import type { AppDependencies, ServerLimits } from '../dependencies.ts';
import type { Tokens } from '../tokens.ts';
import { auditRoutes } from './audit.ts';
import { cardEventRoutes } from './card-events.ts';
import { chatRoutes } from './chat.ts';
import { chatStreamRoutes } from './chat-stream.ts';
import { conversationEventRoutes } from './conversation-events.ts';
import { conversationRoutes } from './conversations.ts';
import { demoRoutes } from './demo.ts';
import { changeDeskRoutes } from './desk/change-desk.ts';
import { deskRoutes } from './desk/desk.ts';
import { deskToolRoutes } from './desk/desk-tools.ts';
import { deskTranslationRoutes } from './desk/desk-translation.ts';
import { orderChangeRoutes } from './desk/order-changes.ts';
import { evalRoutes } from './evals.ts';
import { handoffRoutes } from './handoff.ts';
import { insightRoutes } from './insights.ts';
import { knowledgeRoutes } from './knowledge/knowledge.ts';
import { openAiRoutes } from './openai.ts';
import { operationRoutes } from './operations.ts';
import { qualityRoutes } from './quality/quality.ts';
import { settingsRoutes } from './settings.ts';
import { shopImportRoutes } from './shop-import.ts';
import { staffLoginRoutes } from './staff-login.ts';
import { staffMemberRoutes } from './staff-members.ts';
import { visitorRoutes } from './visitors.ts';

export interface ApiOptions {
  dependencies: AppDependencies;
  tokens: Tokens;
  limits: ServerLimits;
}

/** Every route with a schema. Requests are checked; answers are of checked types and written as they are. */
export const apiRoutes: FastifyPluginAsync<ApiOptions> = async (app, { dependencies, tokens, limits }) => {
  const { conversations, desk, directory, metrics, settings, turns } = dependencies;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);

  await app.register(visitorRoutes, { tokens });
  if (settings.demo) await app.register(demoRoutes, { tokens, customers: directory.demoCustomers });
  await app.register(staffLoginRoutes, { ...directory, tokens, audit: dependencies.audit });
  await app.register(staffMemberRoutes, directory);
  await app.register(auditRoutes, dependencies);
  await app.register(settingsRoutes, dependencies);
  await app.register(chatRoutes, { turns });
  await app.register(chatStreamRoutes, { turns });
  await app.register(conversationRoutes, { conversations, list: directory.conversations });
  await app.register(cardEventRoutes, { conversations, metrics });
  await app.register(handoffRoutes, { conversations });
  await app.register(conversationEventRoutes, { conversations, list: directory.conversations });
  await app.register(openAiRoutes, { prefix: '/v1', turns, conversations, metrics });
  await app.register(knowledgeRoutes, { ...dependencies, limits });
  await app.register(deskRoutes, { desk });
  await app.register(changeDeskRoutes, { changes: dependencies.changeDesk });
  await app.register(orderChangeRoutes, { changes: dependencies.orderChanges });
  await app.register(deskTranslationRoutes, { translation: dependencies.deskTranslation });
  await app.register(deskToolRoutes, { tools: dependencies.deskTools });
  await app.register(insightRoutes, { insights: dependencies.insights });
  await app.register(evalRoutes, { runs: createEvalRunFiles(dependencies.evalReportsDir) });
  await app.register(qualityRoutes, dependencies);
  await app.register(shopImportRoutes, dependencies);
  await app.register(operationRoutes, dependencies);
};
