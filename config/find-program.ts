import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program's full path, looked up in the folders of a PATH; undefined where it is not installed. */
export function findProgram(name: string, path: string | undefined): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (path ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, file))
    .find((candidate) => existsSync(candidate));
}
