import { suiteTest } from '../harness/suite-test.ts';
import { simulatedSuite } from './suite.ts';

suiteTest(simulatedSuite);
