import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type { Concept } from '../text/lexicon.ts';

/** Where everything stands that makes terms of a text and packs them. */
const ROOMS = ['text', 'lexical'].map((name) => join(import.meta.dirname, '..', name));

const sha256 = () => createHash('sha256');

/** Another one when the program's analysis changed, its Unicode tables, or the order of bytes. Reads the sources. */
export async function programKey(folders: readonly string[] = ROOMS): Promise<string> {
  const hash = sha256().update(`${process.versions.unicode} ${process.versions.icu} ${endianness()}`);
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of names.sort()) hash.update(`\0${name}\0`).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex');
}

/** What the terms of a chunk depend on beside its text: two indexes of one key have the same. */
export const analysisKey = (program: string, concepts: readonly Concept[]): string =>
  sha256().update(program).update(JSON.stringify(concepts)).digest('hex');
