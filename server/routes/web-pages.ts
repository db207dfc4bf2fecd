import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { AppError } from '../../config/errors.ts';

const YEAR_MS = 365 * 24 * 3_600_000;

/** The web build: the shop's page, the console, the widget and their assets. */
export const webPageRoutes: FastifyPluginAsync<{ webDir: string }> = async (app, { webDir }) => {
  const schema = { hide: true };
  if (!existsSync(join(webDir, 'index.html'))) {
    app.log.warn('the web pages are not built; run npm run build:web');
    app.get('/', { schema }, async () => {
      throw new AppError({ code: 'not_built', status: 503, message: 'The web pages are not built: npm run build:web' });
    });
    return;
  }

  await app.register(fastifyStatic, {
    root: join(webDir, 'assets'),
    prefix: '/assets/',
    schemaHide: true,
    index: false,
    // Names carry a hash of the content.
    immutable: true,
    maxAge: YEAR_MS,
    // The build lays .br and .gz beside what is text; this holds for the routes below, too.
    preCompressed: true,
    setHeaders: (reply, path) => {
      if (path.endsWith('.js')) reply.header('content-type', 'text/javascript; charset=utf-8');
    },
  });

  /** Kept, but asked for again at each use: the ETag tells whether it changed. */
  const page = { cacheControl: false, headers: { 'cache-control': 'no-cache' } };
  app.get('/', { schema }, (_request, reply) =>
    reply.headers(page.headers).sendFile('index.html', webDir, { cacheControl: false }),
  );
  for (const address of ['/console', '/console/*']) {
    app.get(address, { schema }, (_request, reply) =>
      reply.headers(page.headers).sendFile('console/index.html', webDir, { cacheControl: false }),
    );
  }
  /** For the pages of others, kept for a while. */
  const abroad = (type: string) => ({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=300',
  });
  app.get('/widget.js', { schema }, (_request, reply) =>
    reply.headers(abroad('text/javascript')).sendFile('widget.js', webDir, { cacheControl: false }),
  );
  app.get('/widget.d.ts', { schema }, (_request, reply) =>
    reply.headers(abroad('text/plain')).sendFile('widget.d.ts', webDir, { cacheControl: false }),
  );
  const words = join(webDir, 'widget/words');
  const languages = new Set(existsSync(words) ? readdirSync(words) : []);
  app.get<{ Params: { file: string } }>('/widget/words/:file', { schema }, (request, reply) => {
    const { file } = request.params;
    if (!languages.has(file)) return reply.callNotFound();
    return reply.headers(abroad('application/json')).sendFile(file, words, { cacheControl: false });
  });
};
