import { suiteTest } from '../harness/suite-test.ts';
import { languageSuite } from './suite.ts';

suiteTest(languageSuite);
