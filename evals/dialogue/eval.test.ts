import { suiteTest } from '../harness/suite-test.ts';
import { dialogueSuite } from './suite.ts';

suiteTest(dialogueSuite);
