import { posix } from 'node:path';
import type { Archive } from './unzip.ts';
import { findAll, parseXml } from './xml.ts';

/** What a part of an Office file points to, as paths in the archive (ECMA-376-2, relationships). */
export interface Relations {
  byId(id: string | undefined): string | undefined;
  byType(ending: string): string[];
}

export function relationsOf(archive: Archive, part: string): Relations {
  const folder = posix.dirname(part);
  const source = archive.text(`${folder}/_rels/${posix.basename(part)}.rels`);
  const all = source ? findAll(parseXml(source), 'Relationship').map(({ attributes }) => attributes) : [];
  const target = (path = '') => (path.startsWith('/') ? path.slice(1) : posix.normalize(posix.join(folder, path)));
  return {
    byId: (id) => {
      const found = all.find((relation) => relation.Id === id);
      return found && target(found.Target);
    },
    byType: (ending) => all.filter(({ Type }) => Type?.endsWith(`/${ending}`)).map(({ Target }) => target(Target)),
  };
}
