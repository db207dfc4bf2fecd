import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KnowledgeFixture, openKnowledgeFixture } from '../testing/knowledge-fixture.ts';
import { SeedError, seedKnowledge } from './seed.ts';

const FAQS = [
  { question: 'Do you gift-wrap?', answer: 'Yes, for 3 dollars.', locale: 'en' },
  { question: '可以开发票吗？', answer: '可以，下单时填写抬头。', locale: 'zh' },
];
let fixture: KnowledgeFixture;
let shopDir: string;
const knowledge = (name: string) => join(shopDir, 'knowledge', name);
const seed = () => seedKnowledge({ ...fixture, shopDir });

beforeAll(async () => {
  fixture = await openKnowledgeFixture({ worker: false });
  shopDir = await mkdtemp(join(tmpdir(), 'kefu-seed-'));
  await mkdir(join(shopDir, 'knowledge'));
  await writeFile(knowledge('care.en.md'), '# Care\n\nWash by hand.\n');
  await writeFile(knowledge('sizes.json'), JSON.stringify([{ size: 'S', chest: 88 }]));
  await writeFile(knowledge('notes.bak'), 'not for customers');
});
afterAll(async () => {
  await fixture.close();
  await rm(shopDir, { recursive: true, force: true });
});

it('refuses questions that do not fit, by row and field, before anything is written', async () => {
  await writeFile(knowledge('faqs.json'), JSON.stringify([FAQS[0], { question: 'Why?', locale: 'en' }, 'Why not?']));
  await expect(seed()).rejects.toThrow(SeedError);
  await expect(seed()).rejects.toThrow(
    /faqs\.json does not fit:\n {2}- row 2, answer: expected a text, or \{"zh".*\n {2}- row 3: /,
  );
  // 你好 in GBK.
  await writeFile(knowledge('faqs.json'), Buffer.from([0xc4, 0xe3, 0xba, 0xc3]));
  await expect(seed()).rejects.toThrow(/faqs\.json: is not UTF-8 text: save it as UTF-8/);
  expect(await fixture.database.db.selectFrom('documents').selectAll().execute()).toEqual([]);
});

it('hands a shop’s knowledge in once, however many workers start at the same time', async () => {
  // As some editors of Windows save it.
  await writeFile(knowledge('faqs.json'), `\uFEFF${JSON.stringify(FAQS)}`);
  const seeded = await Promise.all([seed(), seed(), seed()]);
  expect(seeded.filter(({ faqs }) => faqs > 0)).toEqual([{ documents: 2, faqs: 2 }]);
  const { db } = fixture.database;
  const faqs = await db.selectFrom('faqs').select('question').execute();
  expect(faqs).toHaveLength(2);
  const files = await db.selectFrom('documents').select('file_name').orderBy('file_name').execute();
  expect(files.map(({ file_name }) => file_name)).toEqual(['care.en.md', 'sizes.json']);
  expect(await seed()).toEqual({ documents: 0, faqs: 0 });
});
