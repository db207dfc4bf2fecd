import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import type { OpenApiDocument } from '../openapi/describe-operations.ts';
import { docsPage } from '../openapi/docs-page.ts';

const STYLE = readFileSync(join(import.meta.dirname, '../openapi/docs-style.css'), 'utf8');

/** The API as a document and as a page. Registered last; both are made once, when first asked for. */
export const docsRoutes: FastifyPluginAsync = async (app) => {
  const schema = { hide: true };
  let made: { json: string; html: string } | undefined;
  const make = () => {
    const document = app.swagger();
    const tags = (document.tags ?? []).map((tag) => tag.name);
    const info = { title: document.info.title, description: document.info.description ?? '' };
    made = { json: JSON.stringify(document), html: docsPage(document as unknown as OpenApiDocument, info, tags) };
    return made;
  };

  app.get('/api/openapi.json', { schema }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send((made ?? make()).json),
  );
  app.get('/docs', { schema }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send((made ?? make()).html),
  );
  app.get('/docs/style.css', { schema }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(STYLE),
  );
};
