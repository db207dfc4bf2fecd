import multipart from '@fastify/multipart';
import type { FastifyPluginAsync } from 'fastify';
import type { AppDependencies, ServerLimits } from '../../dependencies.ts';
import { changeRoutes } from './changes.ts';
import { conflictRoutes } from './conflicts.ts';
import { documentActionRoutes } from './document-actions.ts';
import { documentEventRoutes } from './document-events.ts';
import { documentRoutes } from './documents.ts';
import { faqSheetRoutes } from './faq-sheets.ts';
import { faqRoutes } from './faqs.ts';
import { gapRoutes } from './gaps.ts';
import { previewRoutes } from './preview.ts';
import { productSentenceRoutes } from './product-sentences.ts';
import { purgeRoutes } from './purges.ts';
import { retrievalRoutes } from './retrieval.ts';
import { termRoutes } from './terms.ts';

type Services =
  | 'documents'
  | 'faqs'
  | 'productSentences'
  | 'terms'
  | 'changes'
  | 'purges'
  | 'gaps'
  | 'conflicts'
  | 'preview'
  | 'retriever'
  | 'benchAnswer';

export interface KnowledgeOptions extends Pick<AppDependencies, Services> {
  limits: Pick<ServerLimits, 'uploadBytes'>;
}

/** All that staff of role knowledge may do; uploads are understood here and nowhere else. */
export const knowledgeRoutes: FastifyPluginAsync<KnowledgeOptions> = async (app, options) => {
  app.addHook('onRequest', app.requireStaff('knowledge'));
  await app.register(multipart, {
    limits: { files: 1, fields: 10, parts: 12, fieldSize: 10_000, fileSize: options.limits.uploadBytes },
  });
  await app.register(documentRoutes, options);
  await app.register(documentActionRoutes, options);
  await app.register(documentEventRoutes, options);
  await app.register(faqRoutes, options);
  await app.register(faqSheetRoutes, options);
  await app.register(productSentenceRoutes, options);
  await app.register(termRoutes, options);
  await app.register(changeRoutes, options);
  await app.register(purgeRoutes, options);
  await app.register(gapRoutes, options);
  await app.register(conflictRoutes, options);
  await app.register(previewRoutes, options);
  await app.register(retrievalRoutes, options);
};
