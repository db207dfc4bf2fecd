import { suiteTest } from '../harness/suite-test.ts';
import { groundedSuite } from './suite.ts';

suiteTest(groundedSuite);
