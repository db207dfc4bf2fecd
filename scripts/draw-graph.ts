/** `npm run make:graph`: draws the compiled graph into docs/architecture.md, between the markers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileGraph, type GraphDeps } from '../graph/graph.ts';
import { strictFake } from '../server/testing/strict-fake.ts';

const START = '<!-- graph: drawn by npm run make:graph -->';
const END = '<!-- /graph -->';

export const ARCHITECTURE_PAGE = join(import.meta.dirname, '../docs/architecture.md');

/** The graph as Mermaid. Compiling calls nothing of what the nodes work with, so fakes will do. */
export async function drawGraph(): Promise<string> {
  const graph = await compileGraph(strictFake<GraphDeps>('graph dependencies')).getGraphAsync();
  return graph.drawMermaid().replaceAll('\t', '  ').trimEnd();
}

/** The page with `mermaid` between its markers; throws when they are not there. */
export function withGraph(page: string, mermaid: string): string {
  const [before, after] = [page.indexOf(START), page.indexOf(END)];
  if (before === -1 || after < before) throw new Error(`The page lacks ${START} … ${END}`);
  const picture = `${START}\n\`\`\`mermaid\n${mermaid}\n\`\`\`\n`;
  return page.slice(0, before) + picture + page.slice(after);
}

if (import.meta.main) {
  const page = readFileSync(ARCHITECTURE_PAGE, 'utf8');
  writeFileSync(ARCHITECTURE_PAGE, withGraph(page, await drawGraph()));
}
