import { suiteTest } from '../harness/suite-test.ts';
import { retrievalSuite } from './suite.ts';

suiteTest(retrievalSuite);
