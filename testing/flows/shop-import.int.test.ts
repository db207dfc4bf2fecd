import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRunningShop } from '../contract/running-shop.ts';
import { type Program, startProgram } from '../programs/program.ts';
import { CUP_SHOP, shopFolder } from './cup-shop.ts';

let program: Program;
const shop = createRunningShop(() => program);
const env = { REDIS_URL: '', DATABASE_URL: '' };

beforeAll(async () => {
  const { folder, remove } = await shopFolder(CUP_SHOP);
  program = await startProgram({ shopDir: folder, env, waitForKnowledge: false });
  await remove();
}, 240_000);
afterAll(() => program?.close());

const take = async (files: Record<string, unknown>, how: object = {}) => {
  const texts = Object.entries(files).map(([name, file]) => [
    name,
    typeof file === 'string' ? file : JSON.stringify(file),
  ]);
  return (await shop.staff('admin')).post('/api/admin/shop/import', { files: Object.fromEntries(texts), ...how });
};
const counts = (added: number, changed: number, unchanged: number) => ({ added, changed, unchanged, removed: [] });
const NONE = counts(0, 0, 0);
const statusOf = async (customerId: string, orderId: string) =>
  (await shop.asked(customerId, `what is the status of order ${orderId}?`)).cards[0];

describe('POST /api/admin/shop/import', () => {
  it('takes the contract’s files again without changing anything', async () => {
    const reply = await take(CUP_SHOP);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      applied: true,
      products: counts(0, 0, 2),
      customers: counts(0, 0, 2),
      orders: counts(0, 0, 4),
      refused: [],
    });
  });

  it('overwrites what differs and adds what is new; the next answer goes by it', async () => {
    const [first] = CUP_SHOP['orders.json'];
    const orders = [
      { ...first, status: 'shipped' },
      { ...first, id: 'CU-60001', status: 'delivered' },
    ];
    const files = { 'orders.json': orders };
    expect((await take(files, { dryRun: true })).body).toMatchObject({ applied: false, orders: counts(1, 1, 0) });
    expect(await statusOf('ada', 'CU-50001')).toMatchObject({ status: 'paid' });
    expect((await take(files)).body).toMatchObject({ applied: true, orders: counts(1, 1, 0), products: NONE });
    expect((await take(files)).body).toMatchObject({ applied: true, orders: counts(0, 0, 2) });
    expect(await statusOf('ada', 'CU-50001')).toMatchObject({ status: 'shipped' });
    expect(await statusOf('ada', 'CU-60001')).toMatchObject({ id: 'CU-60001', status: 'delivered' });
  });

  it('takes sheets, in Chinese too', async () => {
    const files = {
      'customers.csv': '\uFEFFid,name,locale\r\nwang,王芳,zh\r\n',
      'orders.csv':
        'id,customerId,status,placedAt,productId,quantity,unitPrice\nCU-70001,wang,shipped,2026-11-01,mug,2,10\nCU-70001,,,,tray,1,30\n',
    };
    expect((await take(files)).body).toMatchObject({ customers: counts(1, 0, 0), orders: counts(1, 0, 0) });
    expect((await take(files)).body).toMatchObject({ customers: counts(0, 0, 1), orders: counts(0, 0, 1) });
    const { cards } = await shop.asked('wang', '订单 CU-70001 到哪了？');
    expect(cards[0]).toMatchObject({ id: 'CU-70001', items: [{ quantity: 2 }, { quantity: 1 }] });
  });

  it('takes the list of offers, and answers by it', async () => {
    const offers = 'id,code,name,gives,to\nten,CUPS10,Ten off cups,10% off,2099-01-01\n';
    expect((await take({ 'promotions.csv': offers })).body).toMatchObject({ applied: true, refused: [] });
    expect((await shop.asked('ada', 'is code CUPS10 valid?')).text).toContain('CUPS10');
  });

  it('keeps everything back for one bad row and names file, row and field; skipRefused takes the others', async () => {
    const files = {
      'products.csv': 'id,name,price\nvase,Glass vase,12\nbowl,Bowl,cheap\n',
      'orders.json': [{ id: 'CU-80001', customerId: 'nobody', status: 'lost', placedAt: 'soon', items: [] }],
    };
    const kept = await take(files);
    expect(kept.body).toMatchObject({ applied: false, products: NONE, orders: NONE });
    const refused = (kept.body as { refused: string[] }).refused.join('\n');
    expect(refused).toMatch(/products\.csv, line 3 \(id bowl\), price: .*got "cheap"/);
    expect(refused).toMatch(/orders\.json, row 1 \(id CU-80001\), status/);
    expect((await take(files, { skipRefused: true })).body).toMatchObject({ applied: true, products: counts(1, 0, 0) });
    expect((await shop.asked('ada', 'how much is the glass vase?')).text).toContain('12');
  });

  it('refuses what is no import, and everybody but admins', async () => {
    for (const files of [{}, { 'notes.json': '[]' }, { 'products.json': '[]', 'products.csv': 'id\n' }])
      expect((await take(files)).status, JSON.stringify(files)).toBe(400);
    const broken = await take({ 'orders.json': '[{' });
    expect(broken.body).toMatchObject({ applied: false, refused: [expect.stringContaining('orders.json')] });
    for (const role of ['agent', 'knowledge', 'qa'] as const)
      expect((await (await shop.staff(role)).post('/api/admin/shop/import', { files: {} })).status).toBe(403);
    expect((await shop.anyone().post('/api/admin/shop/import', { files: {} })).status).toBe(401);
  });
});

describe('scripts/import-shop.ts', () => {
  const script = join(import.meta.dirname, '../../scripts/import-shop.ts');
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const settings = { ...process.env, ...env, KEFU_DATA_DIR: program.dataDir, KEFU_LOG_LEVEL: 'warn' };
      execFile(process.execPath, [script, ...args], { env: settings, timeout: 60_000 }, (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
      );
    });

  it('takes a folder in while the program runs, and the running program answers by it', async () => {
    const [first] = CUP_SHOP['orders.json'];
    const { folder, remove } = await shopFolder({
      'products.csv': 'id,name,price\njug,Clay jug,33\n',
      'orders.json': [{ ...first, id: 'CU-90001', status: 'processing' }],
    });
    const dry = await run(folder, '--dry-run');
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toContain('orders: 1 added, 0 changed, 0 unchanged, 0 removed');
    expect((await run(folder)).out).toBe(dry.out);
    const again = await run(folder);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('orders: 0 added, 0 changed, 1 unchanged') });
    await remove();
    expect(await statusOf('ada', 'CU-90001')).toMatchObject({ status: 'processing' });
    await expect.poll(async () => (await shop.asked('ada', 'how much is the clay jug?')).text).toContain('33');
  });

  it('ends with 1 and names the rows that it refuses', async () => {
    const { folder, remove } = await shopFolder({ 'products.csv': 'id,name,price\npan,Iron pan,x\npot,Pot,5\n' });
    const refused = await run(folder);
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('products: 0 added') });
    expect(refused.err).toMatch(/refused: products\.csv, line 2 \(id pan\), price/);
    expect(refused.err).toContain('--skip-refused');
    const some = await run(folder, '--skip-refused');
    expect(some).toMatchObject({ code: 1, out: expect.stringContaining('products: 1 added') });
    await remove();
  });

  it('ends with 2 and says why where there is nothing to take in', async () => {
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('DIR') });
    expect(await run('/nowhere/at/all')).toMatchObject({ code: 2, err: expect.stringContaining('/nowhere/at/all') });
    const empty = await shopFolder({});
    expect(await run(empty.folder)).toMatchObject({ code: 2, err: expect.stringContaining('products.json') });
    await empty.remove();
  });
});
