import { suiteTest } from '../harness/suite-test.ts';
import { ingestionSuite } from './suite.ts';

suiteTest(ingestionSuite);
