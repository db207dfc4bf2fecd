import type { Handler } from './context.ts';

/** Takes files and rows of a removed document away; what is left of its chunks are names without text. */
export const purgeDocument: Handler<'purge-document'> = async ({ documentId }, { db, files }) => {
  const document = await db
    .selectFrom('documents')
    .select('deleted_at')
    .where('id', '=', documentId)
    .executeTakeFirst();
  if (document && !document.deleted_at) return;
  await files.remove(documentId);
  await db.deleteFrom('documents').where('id', '=', documentId).where('deleted_at', 'is not', null).execute();
};
