import { useState } from 'react';
import type { TermBody, TermInputBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ConfirmRemoval } from '../../ui/dialog.tsx';
import { EditButtons } from '../../ui/edit-buttons.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { paths } from '../paths.ts';
import { Preview } from '../preview/preview.tsx';
import { SheetActions } from '../sheets/sheet-actions.tsx';
import { useSheetImport } from '../sheets/use-sheet-import.tsx';
import { TermForm } from './term-form.tsx';
import './terms.css';

const everyWord = ({ zh, en, note }: TermBody) => [...zh, ...en, note ?? ''].join('\n').toLowerCase();
const titleOf = ({ zh, en }: TermBody) => zh[0] ?? en[0] ?? '';

function Words({ words, lang }: { words: string[]; lang: string }) {
  return (
    <span className="term-words" lang={lang}>
      {words.map((word) => (
        <span key={word} className="value-chip plain-chip">
          {word}
        </span>
      ))}
    </span>
  );
}

/** The shop's own words: synonyms and translations, known to the search when they are saved. */
export default function TermsPage() {
  const { t, http } = useSurroundings();
  const { data, problem, reload } = useLoad('terms', (signal) => http.json<TermBody[]>(paths.terms, { signal }));
  const [editing, setEditing] = useState<TermBody | 'new' | null>(null);
  const [removing, setRemoving] = useState<TermBody | null>(null);
  const { problem: fault, run } = useAction();
  const [filter, setFilter] = useState('');
  const sheet = useSheetImport(
    {
      title: t.importTerms,
      text: t.importTermsText,
      path: `${paths.terms}/import`,
      accept: '.csv,.txt',
      mayReplace: true,
      formatOf: (name, text) =>
        /\.csv$/i.test(name) || /^\uFEFF?"?(?:zh|en|note)"?\s*,/i.test(text) ? 'csv' : 'plain',
    },
    reload,
  );

  async function save(term: TermInputBody) {
    if (editing && editing !== 'new') await http.json(paths.term(editing.id), { method: 'PUT', body: term });
    else await http.json(paths.terms, { method: 'POST', body: term });
    setEditing(null);
    reload();
  }
  async function change(work: () => Promise<unknown>) {
    await run(work);
    reload();
  }
  const shown = data?.filter((term) => everyWord(term).includes(filter.trim().toLowerCase())) ?? [];
  return (
    <section className="page">
      <PageHead title={t.terms} text={t.termsText}>
        <SheetActions
          path={paths.terms}
          fileName="terms.csv"
          empty={!data?.length}
          newEntry={t.newTerm}
          onImport={sheet.start}
          onNew={() => setEditing('new')}
          run={run}
        />
      </PageHead>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      <div aria-live="polite">{sheet.note}</div>
      {!data && !problem && <Skeleton rows={5} />}
      {data?.length === 0 && (
        <EmptyState icon="terms" title={t.noTerms} text={t.noTermsText}>
          <p className="quiet small">{t.termExample}</p>
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <FilterBar label={t.filterTerms} value={filter} onChange={setFilter} shown={shown.length} total={data.length} />
      )}
      {shown.length > 0 && (
        <ul className="terms">
          {shown.map((term) => (
            <li key={term.id}>
              <div className="term">
                <div className="term-sides">
                  <Words words={term.zh} lang="zh-CN" />
                  {term.zh.length > 0 && term.en.length > 0 && (
                    <span className="quiet">
                      <span aria-hidden="true">=</span>
                      <span className="hidden">{t.equals}</span>
                    </span>
                  )}
                  <Words words={term.en} lang="en" />
                </div>
                {term.note && <p className="quiet small">{term.note}</p>}
              </div>
              <EditButtons title={titleOf(term)} onEdit={() => setEditing(term)} onRemove={() => setRemoving(term)} />
            </li>
          ))}
        </ul>
      )}
      {data && data.length > 0 && shown.length === 0 && <p className="loading">{fill(t.noMatch, { query: filter })}</p>}
      {editing && <TermForm term={editing === 'new' ? null : editing} onSave={save} onClose={() => setEditing(null)} />}
      {sheet.dialog}
      {removing && (
        <ConfirmRemoval
          title={fill(t.removeTerm, { title: titleOf(removing) })}
          text={t.removeTermText}
          onClose={() => setRemoving(null)}
          onConfirm={() => {
            setRemoving(null);
            void change(() => http.json(paths.term(removing.id), { method: 'DELETE' }));
          }}
        >
          <Preview request={{ remove: { kind: 'term', id: removing.id } }} />
        </ConfirmRemoval>
      )}
    </section>
  );
}
