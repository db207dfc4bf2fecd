import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { Actor } from '../ports.ts';
import type { ChangeAction, ChangeKind } from './ports.ts';

const TITLE = 120;

export interface Change {
  by: Actor | undefined;
  action: ChangeAction;
  kind: ChangeKind;
  subjectId: string;
  title: string;
}

/** A change as the trail keeps it. */
export const changeRow = ({ by, action, kind, subjectId, title }: Change) => ({
  actor_id: by?.id ?? null,
  actor: by?.name ?? null,
  action,
  kind,
  subject_id: subjectId,
  title: title.slice(0, TITLE),
});

/** Writes a change to the trail, in the transaction that makes it. */
export async function recordChange(trx: Kysely<Database>, change: Change): Promise<void> {
  await trx.insertInto('knowledge_changes').values(changeRow(change)).execute();
}
