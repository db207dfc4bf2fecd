import { useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentBody } from '../../../api/types.ts';
import { navigate } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../use-action.ts';
import { DocumentDialogs, type OpenDialog } from '../documents/document-dialogs.tsx';
import { useOutcomes } from '../documents/use-outcomes.ts';
import { paths } from '../paths.ts';
import './document.css';
import './pages.css';
import { DocumentHead } from './document-head.tsx';
import { HistoryView } from './history-view.tsx';
import { OldVersions } from './old-versions.tsx';
import { PassagesView } from './passages-view.tsx';
import { ReviewView } from './review-view.tsx';
import { useDocument } from './use-document.ts';

type Tab = 'passages' | 'review' | 'history';

/** One document: its pages beside its passages, its held version, its history. */
export default function DocumentPage({ id }: { id: string }) {
  const { t, http } = useSurroundings();
  const { data: document, problem, reload, setData } = useDocument(id);
  const [wanted, setWanted] = useState<Tab | null>(null);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const { problem: fault, run } = useAction();
  const title = useRef<HTMLHeadingElement>(null);
  const outcome = useOutcomes(useMemo(() => document && [document], [document]));
  useEffect(() => {
    if (document) window.document.title = `${document.title} · ${t.name}`;
  }, [document, t]);

  if (problem?.status === 404) {
    return (
      <section className="page">
        <EmptyState icon="file" title={t.documentGone} text="">
          <button type="button" className="button" onClick={() => navigate('knowledge/documents')}>
            {t.backToDocuments}
          </button>
        </EmptyState>
      </section>
    );
  }
  if (!document) {
    return (
      <section className="page wide">
        {problem ? <ProblemNote {...{ problem, onRetry: reload }} /> : <Skeleton />}
      </section>
    );
  }
  const show = (changed: DocumentBody) => setData(() => changed);
  const inReview = document.status === 'review';
  const tab: Tab = wanted === 'review' && !inReview ? 'passages' : (wanted ?? (inReview ? 'review' : 'passages'));
  const tabs: Array<{ value: Tab; words: string }> = [
    { value: 'passages', words: t.tabPassages },
    ...(inReview ? [{ value: 'review' as const, words: t.tabReview }] : []),
    { value: 'history', words: t.tabHistory },
  ];
  return (
    <section className={tab === 'passages' ? 'page wide document-page filled' : 'page wide document-page'}>
      <DocumentHead
        document={document}
        title={title}
        actions={{
          replace: () => setOpen({ kind: 'replace', document }),
          edit: () => setOpen({ kind: 'edit', document }),
          remove: () => setOpen({ kind: 'remove', documents: [document] }),
          retry: () => void run(async () => show(await http.json(`${paths.document(id)}/retry`, { method: 'POST' }))),
        }}
      />
      <p className="hidden" role="status">
        {outcome}
      </p>
      <ProblemNote problem={fault} />
      <Segments label={document.title} value={tab} options={tabs} onChange={setWanted} />
      {tab === 'passages' && <PassagesView key={`${document.liveVersion} ${inReview}`} document={document} />}
      {tab === 'review' && (
        <ReviewView
          document={document}
          onSettled={(settled) => {
            setWanted(null);
            show(settled);
            // The button that was pressed is gone with the review.
            title.current?.focus();
          }}
        />
      )}
      {tab === 'history' && (
        <>
          <HistoryView key={document.updatedAt} id={id} />
          <OldVersions key={document.liveVersion} id={id} />
        </>
      )}
      {open && (
        <DocumentDialogs
          open={open}
          audiences={[]}
          onClose={() => setOpen(null)}
          onChanged={show}
          onRemove={() =>
            void run(async () => {
              await http.json(paths.document(id), { method: 'DELETE' });
              navigate('knowledge/documents', { replace: true });
            })
          }
        />
      )}
    </section>
  );
}
