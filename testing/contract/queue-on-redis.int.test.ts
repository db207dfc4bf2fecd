import { describe } from 'vitest';
import { findRedis } from '../optional-servers.ts';
import { wholeContract } from './whole-contract.ts';

const redis = await findRedis();
describe.skipIf(!redis)('queue on Redis', () => wholeContract({ REDIS_URL: redis ?? '' }));
