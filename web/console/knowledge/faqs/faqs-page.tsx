import { useState } from 'react';
import type { FaqBody, FaqInputBody, SavedFaqBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ConfirmRemoval } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { paths } from '../paths.ts';
import { Preview } from '../preview/preview.tsx';
import { SheetActions } from '../sheets/sheet-actions.tsx';
import { useSheetImport } from '../sheets/use-sheet-import.tsx';
import './faqs.css';
import { DuplicateNote } from './duplicate-note.tsx';
import { FaqForm } from './faq-form.tsx';
import { FaqList } from './faq-list.tsx';
import { inWords } from './local-text.ts';
import { asInput, RemovedNote } from './removed-note.tsx';
import { useFaqEditor } from './use-faq-editor.ts';

/** FAQs: write, change, remove, import and export. */
export default function FaqsPage() {
  const { t, locale, http } = useSurroundings();
  const { data, problem, reload } = useLoad('faqs', (signal) => http.json<FaqBody[]>(paths.faqs, { signal }));
  const { editing, edit, close } = useFaqEditor(data);
  const [removing, setRemoving] = useState<FaqBody | null>(null);
  const [removed, setRemoved] = useState<FaqBody | null>(null);
  const [saved, setSaved] = useState<SavedFaqBody | null>(null);
  const { problem: fault, busy, run } = useAction();
  const [filter, setFilter] = useState('');
  const sheet = useSheetImport(
    {
      title: t.importFaqs,
      text: t.importFaqsText,
      path: `${paths.faqs}/import`,
      accept: '.csv,.json,.txt',
      formatOf: (name, text) => (/\.json$/i.test(name) || /^\s*[[{]/.test(text) ? 'json' : 'csv'),
    },
    reload,
  );

  async function save(faq: FaqInputBody) {
    const id = editing?.id;
    const answer = id
      ? await http.json<SavedFaqBody>(paths.faq(id), { method: 'PUT', body: faq })
      : await http.json<SavedFaqBody>(paths.faqs, { method: 'POST', body: faq });
    setSaved(answer);
    close();
    reload();
  }
  async function change(work: () => Promise<unknown>) {
    await run(work);
    reload();
  }
  async function remove(faq: FaqBody) {
    setRemoving(null);
    setSaved(null);
    await change(async () => {
      await http.json(paths.faq(faq.id), { method: 'DELETE' });
      setRemoved(faq);
    });
  }
  const bringBack = (faq: FaqBody) =>
    change(async () => {
      await http.json(paths.faqs, { method: 'POST', body: asInput(faq) });
      setRemoved(null);
    });
  return (
    <section className="page">
      <PageHead title={t.faqs} text={t.faqsText}>
        <SheetActions
          path={paths.faqs}
          fileName="faqs.csv"
          empty={!data?.length}
          newEntry={t.newFaq}
          onImport={sheet.start}
          onNew={() => edit(null)}
          run={run}
        />
      </PageHead>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      <div aria-live="polite">
        {sheet.note}
        {removed && <RemovedNote faq={removed} busy={busy} onUndo={() => void bringBack(removed)} />}
        {saved && saved.duplicates?.length > 0 && (
          <DuplicateNote
            saved={saved}
            onOpen={(id) => {
              const twin = data?.find((faq) => faq.id === id);
              if (twin) edit(twin);
            }}
            onClose={() => setSaved(null)}
          />
        )}
      </div>
      {!data && !problem && <Skeleton rows={5} />}
      {data?.length === 0 && <EmptyState icon="question" title={t.noFaqs} text={t.noFaqsText} />}
      {data && data.length > 0 && (
        <FaqList
          faqs={data}
          filter={filter}
          onFilter={setFilter}
          onEdit={edit}
          onRemove={setRemoving}
          onQuote={(faq, choice) =>
            void change(() => http.json(paths.faqSentences(faq.id), { method: 'PUT', body: choice }))
          }
        />
      )}
      {editing && (
        <FaqForm
          key={editing.id}
          title={editing.id ? t.editFaq : t.newFaq}
          id={editing.id}
          draft={editing.draft}
          first={editing.first}
          sources={editing.sources}
          onSave={save}
          onClose={close}
        />
      )}
      {sheet.dialog}
      {removing && (
        <ConfirmRemoval
          title={fill(t.removeFaq, { title: inWords(removing.question, locale) })}
          text={t.removeFaqText}
          onClose={() => setRemoving(null)}
          onConfirm={() => void remove(removing)}
        >
          <Preview request={{ remove: { kind: 'faq', id: removing.id } }} />
        </ConfirmRemoval>
      )}
    </section>
  );
}
