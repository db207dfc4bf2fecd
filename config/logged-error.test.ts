import { expect, it } from 'vitest';
import { loggedError } from './logged-error.ts';

class Connection {
  host = 'db.internal';
}

it('keeps what tells the fault and leaves out the connection that hangs on it', () => {
  const error = Object.assign(new Error('terminated', { cause: new Error('shutdown') }), {
    code: '57P01',
    client: new Connection(),
    detail: { table: 'orders' },
  });
  const logged = loggedError(error);
  expect(logged).toMatchObject({ type: 'Error', code: '57P01', detail: { table: 'orders' } });
  expect(logged).toMatchObject({ message: expect.stringContaining('terminated') });
  expect(logged).toMatchObject({ stack: expect.stringContaining('shutdown') });
  expect(JSON.stringify(logged)).not.toContain('db.internal');
});
