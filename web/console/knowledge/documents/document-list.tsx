import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../../../api/problem.ts';
import type { DocumentBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { paths } from '../paths.ts';
import { UploadList } from '../uploads/upload-list.tsx';
import { UploadZone } from '../uploads/upload-zone.tsx';
import { useUploads } from '../uploads/use-uploads.ts';
import { AddUrl } from './add-url.tsx';
import { DocumentDialogs, type OpenDialog } from './document-dialogs.tsx';
import { chooseDocuments, countStates, type Order, type StateGroup } from './document-facts.ts';
import { DocumentTable } from './document-table.tsx';
import { DocumentToolbar } from './document-toolbar.tsx';
import { useDocuments } from './use-documents.ts';
import { useOutcomes } from './use-outcomes.ts';

/** All documents: hand in, watch, search, replace, edit, remove. */
export function DocumentList() {
  const { t, http } = useSurroundings();
  const [query, setQuery] = useState('');
  const [group, setGroup] = useState<StateGroup>('all');
  const [order, setOrder] = useState<Order>({ by: 'updated', down: true });
  const [chosen, setChosen] = useState(new Set<string>());
  const [open, setOpen] = useState<OpenDialog | 'url' | null>(null);
  const [fault, setFault] = useState<Problem | null>(null);
  const { data, problem, reload, show, hide } = useDocuments(query);
  const { queue, items: uploads } = useUploads();
  useEffect(() => queue.onArrival(show), [queue, show]);
  const outcomes = useOutcomes(data?.items);

  const documents = data?.items ?? [];
  const shown = chooseDocuments(documents, { query, group, order });
  const picked = documents.filter(({ id }) => chosen.has(id));
  const audiences = documents.map(({ audience }) => audience);

  async function remove(gone: DocumentBody[]) {
    setFault(null);
    setChosen(new Set());
    hide(new Set(gone.map(({ id }) => id)));
    const ends = await Promise.allSettled(gone.map(({ id }) => http.json(paths.document(id), { method: 'DELETE' })));
    const refused = ends.find((end) => end.status === 'rejected');
    if (refused) setFault(asProblem(refused.reason));
    reload();
  }
  async function retry(document: DocumentBody) {
    setFault(null);
    try {
      show(await http.json<DocumentBody>(`${paths.document(document.id)}/retry`, { method: 'POST' }));
    } catch (error) {
      setFault(asProblem(error));
    }
    reload();
  }
  return (
    <section className="page wide">
      <PageHead title={t.documents} text={t.documentsText} />
      <UploadZone onFiles={(files) => queue.add(files)}>
        <button type="button" className="button" onClick={() => setOpen('url')}>
          <Icon name="globe" />
          {t.addUrl}
        </button>
      </UploadZone>
      <p className="hidden" role="status">
        {outcomes}
      </p>
      <UploadList items={uploads} queue={queue} />
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      {!data && !problem && <Skeleton rows={6} />}
      {data && data.total === 0 && uploads.length === 0 && (
        <EmptyState icon="file" title={t.noDocuments} text={t.noDocumentsText} />
      )}
      {data && (data.total > 0 || query !== '') && (
        <>
          <DocumentToolbar
            {...{ query, onQuery: setQuery, group, onGroup: setGroup, order, onOrder: setOrder }}
            counts={countStates(documents)}
            found={data.total > documents.length ? fill(t.shownOf, { shown: shown.length, total: data.total }) : null}
            picked={picked.length}
            onClear={() => setChosen(new Set())}
            onRemove={() => setOpen({ kind: 'remove', documents: picked })}
          />
          {shown.length > 0 ? (
            <DocumentTable
              {...{ documents: shown, order, onOrder: setOrder, chosen, onChoose: setChosen }}
              actions={{
                replace: (document) => setOpen({ kind: 'replace', document }),
                edit: (document) => setOpen({ kind: 'edit', document }),
                remove: (document) => setOpen({ kind: 'remove', documents: [document] }),
                retry: (document) => void retry(document),
              }}
            />
          ) : (
            <p className="loading">{query ? fill(t.noMatch, { query }) : t.noneHere}</p>
          )}
        </>
      )}
      {open === 'url' && (
        <AddUrl
          audiences={audiences}
          onClose={() => setOpen(null)}
          onAdded={(document) => {
            setOpen(null);
            show(document);
          }}
        />
      )}
      {open && open !== 'url' && (
        <DocumentDialogs
          open={open}
          audiences={audiences}
          onClose={() => setOpen(null)}
          onChanged={show}
          onRemove={(gone) => void remove(gone)}
        />
      )}
    </section>
  );
}
