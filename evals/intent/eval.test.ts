import { suiteTest } from '../harness/suite-test.ts';
import { intentSuite } from './suite.ts';

suiteTest(intentSuite);
