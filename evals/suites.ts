import { accessSuite } from './access/suite.ts';
import { actionsSuite } from './actions/suite.ts';
import { casesSuite } from './cases/suite.ts';
import { dialogueSuite } from './dialogue/suite.ts';
import { entailmentSuite } from './entailment/suite.ts';
import { groundedSuite } from './grounded/suite.ts';
import { handoffSuite } from './handoff/suite.ts';
import type { Suite } from './harness/suite.ts';
import { ingestionSuite } from './ingestion/suite.ts';
import { injectionSuite } from './injection/suite.ts';
import { intentSuite } from './intent/suite.ts';
import { judgeSuite } from './judge/suite.ts';
import { languageSuite } from './language/suite.ts';
import { recommendationSuite } from './recommendation/suite.ts';
import { retrievalSuite } from './retrieval/suite.ts';
import { routingSuite } from './routing/suite.ts';
import { safetySuite } from './safety/suite.ts';
import { simulatedSuite } from './simulated/suite.ts';
import { slotsSuite } from './slots/suite.ts';
import { toneSuite } from './tone/suite.ts';

/** Every suite; a new one is a folder and a line here. */
export const SUITES: Suite[] = [
  accessSuite,
  actionsSuite,
  casesSuite,
  dialogueSuite,
  groundedSuite,
  entailmentSuite,
  handoffSuite,
  ingestionSuite,
  injectionSuite,
  intentSuite,
  judgeSuite,
  languageSuite,
  recommendationSuite,
  retrievalSuite,
  routingSuite,
  safetySuite,
  simulatedSuite,
  slotsSuite,
  toneSuite,
];
