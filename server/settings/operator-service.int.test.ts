import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handoffText } from '../../conversations/handoff/phrases.ts';
import type { DatabaseHandle } from '../../stores/database.ts';
import { findShop } from '../../stores/shop-settings.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { createOperatorService } from './operator-service.ts';

const FILES = {
  name: { zh: '暖澜', en: 'Nuanlan' },
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  locales: ['zh', 'en'],
  supportHours: 'Mon–Fri 9:00–18:00',
};
const NEVER_OPEN = {
  monday: null,
  tuesday: null,
  wednesday: null,
  thursday: null,
  friday: null,
  saturday: { open: '10:00', close: '12:00' },
  sunday: null,
};
let database: DatabaseHandle;

beforeAll(async () => {
  database = await withTestDatabase();
  await database.db
    .insertInto('settings')
    .values({ key: 'shop', value: JSON.stringify(FILES) })
    .execute();
});
afterAll(() => database.close());

it('lays what is set over the files, tells every process, and gives the files back when it is taken away', async () => {
  const { db, url } = database;
  const client = new pg.Client(url);
  await client.connect();
  const heard: string[] = [];
  client.on('notification', ({ channel }) => heard.push(channel));
  await client.query('listen kefu_shop');
  let reloads = 0;
  const reload = async () => {
    reloads += 1;
  };
  const operator = createOperatorService({ db, reload });

  await operator.write('shop', { name: { en: 'Warm Wave' }, hours: NEVER_OPEN });
  expect(await findShop(db)).toMatchObject({
    name: { zh: '暖澜', en: 'Warm Wave' },
    supportHours: NEVER_OPEN,
    currency: 'CNY',
  });
  await expect.poll(() => heard).toEqual(['kefu_shop']);
  await client.end();
  expect(reloads).toBe(1);
  expect((await operator.defaults('en')).shop).toMatchObject({
    name: FILES.name,
    hours: { en: 'Mon–Fri 9:00–18:00' },
  });
  await operator.write('shop', { name: null, hours: null });
  expect(await findShop(db)).toEqual(FILES);
});

it('says the shop’s own words around a handoff, in the languages that have them', async () => {
  const { db } = database;
  const operator = createOperatorService({ db, reload: async () => undefined });
  const { handoff } = await operator.read();
  await operator.write('handoff', { ...handoff, returned: { en: 'Over to our robot.' } });
  expect(await handoffText(db, 'returned', 'en')).toBe('Over to our robot.');
  expect(await handoffText(db, 'returned', 'zh')).toContain('智能客服');
});

it('gives the widget its words and readable colours', async () => {
  const operator = createOperatorService({ db: database.db, reload: async () => undefined });
  expect(await operator.widgetLook()).toMatchObject({ greeting: null, starters: null, colours: null });
  const { widget } = await operator.read();
  await operator.write('widget', { ...widget, accent: '#ffee00', starters: { zh: ['退货'], en: [] } });
  const look = await operator.widgetLook();
  expect(look.starters).toEqual({ zh: ['退货'], en: [] });
  expect(look.colours?.accent).toHaveLength(2);
});
