import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readShopFiles, type ShopFiles } from '../../stores/shop-files/shop-files.ts';
import { openInProcessTarget } from '../harness/in-process-target.ts';
import { SAMPLE_SHOP } from '../harness/sample-sources.ts';
import type { ShopTarget } from '../harness/shop-target.ts';

/** One product in so many is one that the shop does not want recommended. */
const EVERY = 5;

/** The sample shop with products that it wants kept out of recommendations. */
export interface NeedsShop {
  files: ShopFiles;
  excluded: ReadonlySet<string>;
  target: ShopTarget;
  close(): Promise<void>;
}

/** Opens it in process, on a copy of the shop's folder with another policy.json. */
export async function openNeedsShop(): Promise<NeedsShop> {
  const files = await readShopFiles(SAMPLE_SHOP);
  const excluded = new Set(files.products.filter((_, index) => index % EVERY === 0).map(({ id }) => id));
  const folder = await mkdtemp(join(tmpdir(), 'kefu-needs-'));
  await cp(SAMPLE_SHOP, folder, { recursive: true });
  const policy = z.record(z.string(), z.unknown()).parse(files.policy);
  await writeFile(
    join(folder, 'policy.json'),
    JSON.stringify({ ...policy, recommendation: { neverProducts: [...excluded] } }),
  );
  const target = await openInProcessTarget(folder);
  return {
    files,
    excluded,
    target,
    async close() {
      await target.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
