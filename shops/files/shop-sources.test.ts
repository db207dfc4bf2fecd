import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readShopFiles } from '../../stores/shop-files/shop-files.ts';
import { sheetFolder } from './shop-sources.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-sheets-'));
  await writeFile(join(folder, 'shop.json'), '{"name":"Lute & Co","currency":"EUR"}');
});
afterEach(() => rm(folder, { recursive: true }));

const read = async () => readShopFiles(folder, await sheetFolder(folder));

it('reads a shop whose lists are sheets at its first start', async () => {
  await writeFile(
    join(folder, 'products.csv'),
    'id,name,price,variantId\nL1,Lute,890,L1-a\nL1,,,L1-b\nL2,Strings,12,\n',
  );
  await writeFile(join(folder, 'customers.csv'), 'id,name\nC1,Ada\n');
  const { products, customers } = await read();
  expect(products.map(({ id, price, variants }) => [id, price, variants.length])).toEqual([
    ['L1', 890, 2],
    ['L2', 12, 0],
  ]);
  expect(customers).toMatchObject([{ id: 'C1', name: 'Ada' }]);
});

it('names the line of a sheet that does not fit', async () => {
  await writeFile(join(folder, 'products.csv'), 'id,name,price\nL1,Lute,dear\n');
  await expect(read()).rejects.toThrow(
    'products.csv, line 2 (id L1), price: expected an amount of 0 or more, such as 12.50, got "dear"',
  );
});

it('does not choose between two files of one list', async () => {
  await writeFile(join(folder, 'products.csv'), 'id,name,price\nL1,Lute,890\n');
  await writeFile(join(folder, 'products.json'), '[]');
  await expect(read()).rejects.toMatchObject({ code: 'two_shop_files' });
});
