import type { DocumentBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ConfirmRemoval } from '../../ui/dialog.tsx';
import { Preview } from '../preview/preview.tsx';
import { EditDocument } from './edit-document.tsx';
import { ReplaceDocument } from './replace-document.tsx';

/** The window that is open over a document. */
export type OpenDialog =
  | { kind: 'replace' | 'edit'; document: DocumentBody }
  | { kind: 'remove'; documents: DocumentBody[] };

/** Replacing, editing and removing, the same from the list and from a document's own page. */
export function DocumentDialogs(props: {
  open: OpenDialog;
  audiences: string[];
  onChanged: (document: DocumentBody) => void;
  onRemove: (documents: DocumentBody[]) => void;
  onClose: () => void;
}) {
  const { t } = useSurroundings();
  const { open, audiences, onChanged, onRemove, onClose } = props;
  const changed = (document: DocumentBody) => {
    onClose();
    onChanged(document);
  };
  if (open.kind === 'remove') {
    const [only] = open.documents;
    const one = open.documents.length === 1 && only;
    return (
      <ConfirmRemoval
        title={one ? fill(t.removeDocument, { title: one.title }) : fill(t.removeMany, { n: open.documents.length })}
        text={one ? t.removeDocumentText : t.removeManyText}
        onClose={onClose}
        onConfirm={() => {
          onClose();
          onRemove(open.documents);
        }}
      >
        {one && one.chunks !== null && one.chunks > 0 && (
          <Preview request={{ remove: { kind: 'document', id: one.id } }} />
        )}
      </ConfirmRemoval>
    );
  }
  const { document } = open;
  return open.kind === 'edit' ? (
    <EditDocument document={document} audiences={audiences} onSaved={changed} onClose={onClose} />
  ) : (
    <ReplaceDocument document={document} onReplaced={changed} onClose={onClose} />
  );
}
