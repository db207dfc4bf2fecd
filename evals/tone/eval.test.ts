import { suiteTest } from '../harness/suite-test.ts';
import { toneSuite } from './suite.ts';

suiteTest(toneSuite);
