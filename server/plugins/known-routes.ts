import type { FastifyInstance } from 'fastify';

const escaped = (text: string) => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');

/** `/api/faqs/:id` matches one segment, `/console/*` the rest. */
const pattern = (url: string) =>
  new RegExp(
    `^${escaped(url)
      .replace(/:[^/]+/g, '[^/]+')
      .replaceAll('*', '.*')}$`,
  );

/** Collects the routes from here on; tells which methods an address has: none for one that does not exist. */
export function collectMethods(app: FastifyInstance): (path: string) => string[] {
  const known = new Map<string, { matches: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    const route = known.get(url) ?? { matches: pattern(url), methods: new Set() };
    known.set(url, route);
    for (const one of [method].flat()) route.methods.add(one);
  });
  return (path) => {
    const routes = [...known.values()].filter(({ matches }) => matches.test(path));
    return [...new Set(routes.flatMap(({ methods }) => [...methods]))].sort();
  };
}
