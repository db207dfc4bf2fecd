import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ARCHITECTURE_PAGE, drawGraph, withGraph } from './draw-graph.ts';

it('shows in the docs the graph that the code builds', async () => {
  const page = readFileSync(ARCHITECTURE_PAGE, 'utf8');
  expect(page, 'the graph changed: npm run make:graph').toBe(withGraph(page, await drawGraph()));
});

it('does not pass over a page without markers', () => {
  expect(() => withGraph('# Architecture', 'graph TD')).toThrow('lacks');
});
