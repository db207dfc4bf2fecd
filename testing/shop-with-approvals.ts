import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const policySchema = z.looseObject({ cancel: z.looseObject({}) });

/**
 * The sample shop without its documents, in a directory that the caller removes; cancelling costs ¥10, and above ¥300
 * a colleague approves it.
 */
export async function shopWithApprovals(): Promise<string> {
  const shopDir = await mkdtemp(join(tmpdir(), 'kefu-shop-'));
  const sample = join(import.meta.dirname, '../data/shop');
  await cp(sample, shopDir, { recursive: true, filter: (path) => path !== join(sample, 'knowledge') });
  const policy = policySchema.parse(JSON.parse(await readFile(join(sample, 'policy.json'), 'utf8')));
  const cancel = { ...policy.cancel, fee: 10, approvalAbove: 300 };
  await writeFile(join(shopDir, 'policy.json'), JSON.stringify({ ...policy, cancel }));
  return shopDir;
}
