import { suiteTest } from '../harness/suite-test.ts';
import { entailmentSuite } from './suite.ts';

suiteTest(entailmentSuite);
