import { suiteTest } from '../harness/suite-test.ts';
import { accessSuite } from './suite.ts';

suiteTest(accessSuite);
