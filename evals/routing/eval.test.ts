import { suiteTest } from '../harness/suite-test.ts';
import { routingSuite } from './suite.ts';

suiteTest(routingSuite);
