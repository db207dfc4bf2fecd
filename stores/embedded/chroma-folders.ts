import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders of Chroma in a data directory. One is current; any other is left over from before a change of folder. */
export interface ChromaFolders {
  current(): string;
  /** An empty folder that was never used, not yet current. */
  fresh(): string;
  choose(folder: string): void;
  remove(folder: string): Promise<void>;
  /** Removes all but the current one. */
  removeLeftovers(): Promise<void>;
}

const FIRST = 'chroma';
const NAME = /^chroma(?:-(\d+))?$/;
const numberOf = (name: string) => Number(NAME.exec(name)?.[1] ?? 1);

export function createChromaFolders(dataDir: string): ChromaFolders {
  const marker = join(dataDir, 'chroma.current');
  const names = () => readdirSync(dataDir).filter((name) => NAME.test(name));
  const open = (name: string) => {
    const folder = join(dataDir, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  };
  const currentName = () => {
    try {
      const name = readFileSync(marker, 'utf8').trim();
      return NAME.test(name) ? name : FIRST;
    } catch {
      return FIRST;
    }
  };
  let last = 0;
  return {
    current: () => open(currentName()),
    fresh() {
      last = Math.max(last, numberOf(currentName()), ...names().map(numberOf)) + 1;
      return open(`${FIRST}-${last}`);
    },
    choose(folder) {
      const draft = `${marker}.new`;
      writeFileSync(draft, `${folder.slice(dataDir.length + 1)}\n`, { mode: 0o600 });
      renameSync(draft, marker);
    },
    remove: (folder) => rm(folder, { recursive: true, force: true }),
    async removeLeftovers() {
      const current = currentName();
      for (const name of names()) if (name !== current) await rm(join(dataDir, name), { recursive: true, force: true });
    },
  };
}
