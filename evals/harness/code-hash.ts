import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOMS = ['boot', 'config', 'conversations', 'data', 'graph', 'ingest', 'knowledge', 'stores', 'text', 'tools'];
const OURS = ['understanding', 'evals', ...ROOMS];

/** A hash of all that decides an answer: sources, data, the trained model. */
export function codeHash(root: string): string {
  const hash = createHash('sha256');
  for (const room of OURS.sort())
    for (const path of filesIn(join(root, room))) {
      hash.update(path.slice(root.length));
      hash.update(readFileSync(path));
    }
  return hash.digest('hex').slice(0, 16);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^(?:reports|\.cache|node_modules|bench)$|\.test\.ts$|baseline\.json$/.test(name))
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
