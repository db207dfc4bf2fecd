import { suiteTest } from '../harness/suite-test.ts';
import { recommendationSuite } from './suite.ts';

suiteTest(recommendationSuite);
