import type { Kysely } from 'kysely';
import { countOf, pageOf } from '../../stores/page-of.ts';
import type { Database } from '../../stores/schema.ts';
import type { ChangeAction, ChangeKind, ChangeTrail } from './ports.ts';

export function createChangeTrail(db: Kysely<Database>): ChangeTrail {
  return {
    async list(query = {}) {
      let found = db.selectFrom('knowledge_changes');
      if (query.kind) found = found.where('kind', '=', query.kind);
      if (query.subjectId) found = found.where('subject_id', '=', query.subjectId);
      const [rows, total] = await Promise.all([
        pageOf(found.selectAll().orderBy('id', 'desc'), query).execute(),
        countOf(found),
      ]);
      const items = rows.map((row) => ({
        id: row.id,
        at: row.at,
        by: row.actor_id === null ? null : { id: row.actor_id, name: row.actor ?? '' },
        action: row.action as ChangeAction,
        kind: row.kind as ChangeKind,
        subjectId: row.subject_id,
        title: row.title,
      }));
      return { items, total };
    },
  };
}
