import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms a room's files may import from, beside their own. */
const MAY_SEE: Record<string, readonly string[]> = {
  config: [],
  text: [],
  stores: ['config'],
  knowledge: ['config', 'text', 'stores'],
  understanding: ['config', 'text', 'stores'],
  tools: ['config', 'text', 'stores', 'knowledge', 'understanding'],
  shops: ['config', 'text', 'stores', 'tools'],
  graph: ['config', 'text', 'stores', 'knowledge', 'understanding', 'tools'],
  conversations: ['config', 'text', 'stores', 'knowledge', 'understanding', 'tools', 'graph'],
  quality: ['config', 'text', 'stores', 'knowledge', 'understanding', 'graph'],
  insights: ['config', 'stores'],
  channels: ['config', 'stores', 'graph', 'conversations'],
  ingest: ['config', 'stores', 'knowledge'],
  server: [
    'config',
    'stores',
    'knowledge',
    'understanding',
    'tools',
    'graph',
    'conversations',
    'quality',
    'insights',
    'channels',
    'shops',
  ],
  web: [],
  examples: [],
};
const ROOMS = Object.keys(MAY_SEE);
/** Whatever composes, measures or tests may see all rooms; server's insides only where it says so below. */
const COMPOSERS = ['main.ts', 'boot', 'scripts'];
const OBSERVERS = ['evals', 'testing'];

/** The wire's types, which the web may read as types only. */
const WIRE_TYPES = /^(server\/schemas|graph\/turn-result\.ts$|conversations\/ports\.ts$)/;

/** Single files that a room may import although it may not see their room. */
const DOORS: Record<string, readonly string[]> = {
  shops: ['ingest/public-address.ts', 'ingest/loading/parse-csv.ts'],
  server: ['ingest/queue.ts', 'ingest/jobs.ts'],
  examples: ['web/widget/kefu.d.ts'],
  evals: ['server/app.ts', 'boot/shop-graph.ts'],
  testing: ['server/app.ts'],
};

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const root = import.meta.dirname;
const SKIPPED = new Set(['node_modules', 'dist', '.git', '.kefu', 'data', 'docs']);

const sources = readdirSync(root, { withFileTypes: true })
  .filter((entry) => !SKIPPED.has(entry.name) && !entry.name.startsWith('.'))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).map((name) => join(entry.name, name))
      : [entry.name],
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.split('/').some((part) => SKIPPED.has(part)));

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?from\s*)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

/** Relative imports of a file. The formatter keeps import statements in one shape, so a pattern reads them. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].flatMap(([, type, named, dynamic]) => {
    const target = named ?? dynamic ?? '';
    if (!target.startsWith('.')) return [];
    return [{ from: file, to: relative(root, join(root, dirname(file), target)), typeOnly: type !== undefined }];
  });
}

const imports = sources.flatMap(importsOf);
const roomOf = (file: string) => file.split('/')[0] ?? file;
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === there || COMPOSERS.includes(here) || DOORS[here]?.includes(to)) return true;
  if (isTest(from) && there === 'testing') return true;
  if (here === 'web') return to.endsWith('.json') || (typeOnly && WIRE_TYPES.test(to));
  if (OBSERVERS.includes(here)) return OBSERVERS.includes(there) || (ROOMS.includes(there) && there !== 'server');
  return MAY_SEE[here]?.includes(there) ?? !from.includes('/');
}

/** The first circle of imports that run at load time, as a path of files. */
function findCycle(): string[] | undefined {
  const edges = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { to } of edges.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of edges.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('the rooms', () => {
  it('are read at all', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it('import one way', () => {
    expect(imports.filter((entry) => !isAllowed(entry)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('have no circles', () => {
    expect(findCycle()).toBeUndefined();
  });

  it('have a line in docs/architecture.md for each of their folders', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const [, table = ''] = /### Folders of the rooms\n([\s\S]*?)\n## /.exec(page) ?? [];
    const listed = [...table.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, names = '']) => {
      const [first = '', ...beside] = [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      return [first, ...beside.map((name) => `${roomOf(first)}/${name}`)];
    });
    const folders = sources.map((file) => file.split('/').slice(0, -1)).filter(([room, folder]) => room && folder);
    const there = new Set(
      folders.map(([room, folder]) => `${room}/${folder}`).filter((one) => ROOMS.includes(roomOf(one))),
    );
    const expected = [...there].filter((folder) => !folder.startsWith('examples/'));
    expect(expected.filter((folder) => !listed.includes(folder))).toEqual([]);
    expect(listed.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });

  it('leave the environment to config/env.ts', () => {
    const product = sources.filter((file) => !isTest(file) && ![...OBSERVERS, 'scripts'].includes(roomOf(file)));
    const readers = product.filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['config/env.ts']);
  });
});
