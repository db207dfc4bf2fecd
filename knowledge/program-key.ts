import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';

/** Another one when a source in one of the folders changed, the Unicode tables, or the order of bytes. Tests don't count. */
export async function programKey(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(`${process.versions.unicode} ${process.versions.icu} ${endianness()}`);
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of names.sort()) hash.update(`\0${name}\0`).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex');
}
