import { suiteTest } from '../harness/suite-test.ts';
import { actionsSuite } from './suite.ts';

suiteTest(actionsSuite);
