import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { createAuditLog } from './audit-log.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database.close());

it('names what was changed as it was called last, also when it is gone', async () => {
  const audit = createAuditLog(database.db);
  const titles = ['Is the lamp dimmable?', 'Can the lamp be dimmed?'];
  for (const title of titles)
    await database.db
      .insertInto('knowledge_changes')
      .values({ action: 'changed', kind: 'faq', subject_id: 'f-7', title })
      .execute();
  for (const id of ['f-7', 'f-8'])
    await audit.record({ action: 'faq.delete', actor: null, subject: { kind: 'faq', id } });
  await audit.record({ action: 'term.delete', actor: null, subject: { kind: 'term', id: 'f-7' } });
  const subjects = (await audit.list({ limit: 9 })).map(({ subject }) => subject);
  expect(subjects).toEqual([null, null, 'Can the lamp be dimmed?']);
});
