import type { ShopWrap } from '../dialogue/shop-in-process.ts';
import { groundedSuite } from '../grounded/suite.ts';
import { handoffSuite } from '../handoff/suite.ts';
import { openInProcessTarget } from '../harness/in-process-target.ts';
import { SAMPLE_SHOP } from '../harness/sample-sources.ts';
import { below, type Suite } from '../harness/suite.ts';
import { routingSuite } from '../routing/suite.ts';
import { toneSuite } from '../tone/suite.ts';
import { FAULTS } from './faults.ts';

const SUITES = [routingSuite, groundedSuite, handoffSuite, toneSuite];
const TO_CATCH = 19;
/** Of each suite's cases, one in so many is asked: a fault that only one case shows would be luck anyway. */
const EVERY = 3;

/** Plants each fault and tells which suites see it; 0 when enough are seen and nothing is seen without one, else 1. */
export async function mutate(print: (line: string) => void = console.log): Promise<number> {
  // What fails without any fault says nothing about one.
  const healthy = new Set(await failing({}));
  print(`without a fault: ${[...healthy].join('; ') || 'all bars are met'}`);
  let caught = 0;
  for (const { name, wrap } of FAULTS) {
    const seen = (await failing(wrap)).filter((figure) => !healthy.has(figure));
    if (seen.length > 0) caught += 1;
    print(`${seen.length > 0 ? 'caught' : 'MISSED'}  ${name}${seen.length > 0 ? `: ${seen.join('; ')}` : ''}`);
  }
  print(`\n${caught} of ${FAULTS.length} faults caught (${TO_CATCH} wanted)`);
  return caught >= TO_CATCH ? 0 : 1;
}

/** "suite / figure" of each figure below its bar. */
async function failing(wrap: ShopWrap): Promise<string[]> {
  const shop = await openInProcessTarget(SAMPLE_SHOP, wrap);
  try {
    const figures: string[] = [];
    for (const suite of SUITES) figures.push(...(await figuresBelow(suite, shop)));
    return figures;
  } finally {
    await shop.close();
  }
}

async function figuresBelow(suite: Suite, shop: Awaited<ReturnType<typeof openInProcessTarget>>): Promise<string[]> {
  const { metrics } = await suite.run({
    program: () => Promise.reject(new Error('The mutation check asks in process.')),
    shop: async () => shop,
    every: EVERY,
    datasetsDir: undefined,
    engine: 'local',
    progress: () => undefined,
  });
  return metrics.filter(below).map(({ name }) => `${suite.name} / ${name}`);
}
