import { expect, it } from 'vitest';
import { audienceOf } from './audiences.ts';

it.each([
  ['everyone', 'public'],
  ['所有人', 'public'],
  ['Customers', 'customers'],
  ['signed-in', 'customers'],
  ['已登录用户', 'customers'],
  ['客户', 'customers'],
  ['members', 'members'],
  ['staff', 'staff'],
])('%s is the audience %s', (name, audience) => expect(audienceOf(name)).toBe(audience));
