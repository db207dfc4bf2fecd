import { suiteTest } from '../harness/suite-test.ts';
import { slotsSuite } from './suite.ts';

suiteTest(slotsSuite);
