import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = 4 * 1024 ** 2;

/** Files below `folder` in which one of the byte sequences stands, with its name: `needle: path`. */
export async function findBytes(folder: string, needles: Record<string, Buffer>): Promise<string[]> {
  const found = new Set<string>();
  const sought = Object.entries(needles);
  // Blocks overlap by the longest, so that none is cut in two. One buffer for all: most files are small.
  const buffer = Buffer.allocUnsafe(BLOCK + Math.max(...sought.map(([, bytes]) => bytes.length)));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // A running server removes files while they are looked through.
    const file = await open(path, 'r').catch(() => undefined);
    if (!file) continue;
    try {
      for (let at = 0; ; at += BLOCK) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
        const block = buffer.subarray(0, bytesRead);
        for (const [name, bytes] of sought) if (block.includes(bytes)) found.add(`${name}: ${path}`);
        if (bytesRead < buffer.length) break;
      }
    } finally {
      await file.close();
    }
  }
  return [...found];
}
