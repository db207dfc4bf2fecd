import { describe } from 'vitest';
import { wholeContract } from './whole-contract.ts';

describe('queue on PostgreSQL', () => wholeContract({ REDIS_URL: '' }));
