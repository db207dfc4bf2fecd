import { suiteTest } from '../harness/suite-test.ts';
import { handoffSuite } from './suite.ts';

suiteTest(handoffSuite);
