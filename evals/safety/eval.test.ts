import { suiteTest } from '../harness/suite-test.ts';
import { safetySuite } from './suite.ts';

suiteTest(safetySuite);
