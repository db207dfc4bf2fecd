import { suiteTest } from '../harness/suite-test.ts';
import { injectionSuite } from './suite.ts';

suiteTest(injectionSuite);
