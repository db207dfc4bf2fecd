import { suiteTest } from '../harness/suite-test.ts';
import { casesSuite } from './suite.ts';

suiteTest(casesSuite);
