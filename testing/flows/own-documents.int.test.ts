import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShopInProcess, type ShopInProcess } from '../../evals/dialogue/shop-in-process.ts';

const STATIONS = `# Lifts and stations

| Station | Winter hours | Car park |
|---|---|---|
| Hochberg | 08:00-18:30 | 45 places |
| Seeblick | 08:30-17:00 | 12 places |

# Passes

A pass can be handed on until noon of the first day.
`;
const STORE = `# 到店须知

门店在长安路 12 号，每天 8:30–18:00，礼拜一休息。
`;

let shop: ShopInProcess;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-bare-words-'));
  await mkdir(join(folder, 'knowledge'));
  await writeFile(join(folder, 'knowledge', 'stations.md'), STATIONS);
  await writeFile(join(folder, 'knowledge', 'store.md'), STORE);
  const files = {
    'shop.json': {
      name: 'Hill Hire',
      currency: 'EUR',
      timeZone: 'UTC',
      locales: ['en', 'zh'],
      supportHours: 'daily 10:00-20:00',
    },
    'products.json': [{ id: 'card', name: 'Gift card', category: 'Cards', price: 50 }],
  };
  for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), JSON.stringify(content));
  shop = await openShopInProcess(folder);
  await rm(folder, { recursive: true });
});
afterAll(() => shop?.close());

it('answers words without a question where a document surely tells, and asks back otherwise', async () => {
  const visitor = { kind: 'visitor', id: 'someone' } as const;
  const told = await shop.say('bare-1', visitor, 'Hochberg winter hours');
  expect(told).toMatchObject({ route: 'knowledge', text: expect.stringContaining('08:00-18:30') });
  expect(told.citations).not.toEqual([]);
  expect(await shop.say('bare-2', visitor, 'the other thing')).toMatchObject({ route: 'clarify', citations: [] });
});

it('tells when the doors are open from the document, not when people answer in the chat', async () => {
  const visitor = { kind: 'visitor', id: 'someone' } as const;
  expect((await shop.say('hours-1', visitor, '周一开门不')).text).toContain('礼拜一休息');
  expect((await shop.say('hours-2', visitor, '客服几点下班')).text).toContain('10:00-20:00');
});
