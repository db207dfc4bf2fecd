import { suiteTest } from '../harness/suite-test.ts';
import { judgeSuite } from './suite.ts';

suiteTest(judgeSuite);
