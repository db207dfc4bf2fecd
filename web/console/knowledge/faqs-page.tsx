import { useState } from 'react';
import { asProblem, type Problem } from '../../api/problem.ts';
import type { FaqBody, FaqInputBody } from '../../api/types.ts';
import { fill, type Locale } from '../../i18n/dictionary.ts';
import { navigate } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ConfirmRemoval } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useLoad } from '../use-load.ts';
import { emptyDraft, type FaqDraft, readDraft } from './faq-draft.ts';
import { FaqForm } from './faq-form.tsx';
import './knowledge.css';

const PATH = '/api/knowledge/faqs';

const inWords = (text: FaqBody['question'], locale: Locale) =>
  typeof text === 'string' ? text : (text[locale] ?? text.zh ?? text.en ?? '');
const everyText = ({ question, answer, variants }: FaqBody) =>
  JSON.stringify([question, answer, variants]).toLowerCase();
const countVariants = ({ variants }: FaqBody) =>
  Array.isArray(variants) ? variants.length : (variants.zh?.length ?? 0) + (variants.en?.length ?? 0);

/** A question that came from a gap: /console/knowledge/faqs?question=…&language=zh. */
function draftFromAddress(): FaqDraft | null {
  const asked = new URLSearchParams(location.search);
  const question = asked.get('question');
  if (!question) return null;
  const draft = emptyDraft();
  draft[asked.get('language') === 'en' ? 'en' : 'zh'].question = question;
  return draft;
}

/** FAQs: write, change, remove. */
export default function FaqsPage() {
  const { t, locale, http } = useSurroundings();
  const { data, problem, reload } = useLoad('faqs', (signal) => http.json<FaqBody[]>(PATH, { signal }));
  const [editing, setEditing] = useState<{ id: string | null; draft: FaqDraft } | null>(() => {
    const draft = draftFromAddress();
    return draft && { id: null, draft };
  });
  const [removing, setRemoving] = useState<FaqBody | null>(null);
  const [fault, setFault] = useState<Problem | null>(null);
  const [filter, setFilter] = useState('');

  const closeForm = () => {
    setEditing(null);
    if (location.search) navigate('knowledge/faqs', { replace: true });
  };
  async function save(faq: FaqInputBody) {
    const id = editing?.id;
    if (id) await http.json(`${PATH}/${encodeURIComponent(id)}`, { method: 'PUT', body: faq });
    else await http.json(PATH, { method: 'POST', body: faq });
    closeForm();
    reload();
  }
  async function remove(id: string) {
    setRemoving(null);
    setFault(null);
    await http
      .json(`${PATH}/${encodeURIComponent(id)}`, { method: 'DELETE' })
      .catch((error: unknown) => setFault(asProblem(error)));
    reload();
  }
  const wanted = filter.trim().toLowerCase();
  const shown = data?.filter((faq) => everyText(faq).includes(wanted)) ?? [];
  const create = () => setEditing({ id: null, draft: emptyDraft() });
  return (
    <section className="page">
      <PageHead title={t.faqs} text={t.faqsText}>
        <button type="button" className="button primary" onClick={create}>
          <Icon name="plus" />
          {t.newFaq}
        </button>
      </PageHead>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      {!data && !problem && <p className="loading">{t.loading}</p>}
      {data?.length === 0 && <EmptyState icon="question" title={t.noFaqs} text={t.noFaqsText} />}
      {data && data.length > 0 && (
        <input
          type="search"
          className="field filter"
          value={filter}
          placeholder={t.filterFaqs}
          aria-label={t.filterFaqs}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <ul className="stack">
        {shown.map((faq) => (
          <li className="panel faq" key={faq.id}>
            <div>
              <h2>{inWords(faq.question, locale)}</h2>
              <p>{inWords(faq.answer, locale)}</p>
              {countVariants(faq) > 0 && (
                <p className="quiet small">{fill(t.variantCount, { n: countVariants(faq) })}</p>
              )}
            </div>
            <div className="row-actions">
              <button
                type="button"
                className="icon-button"
                aria-label={`${t.edit}: ${inWords(faq.question, locale)}`}
                onClick={() => setEditing({ id: faq.id, draft: readDraft(faq) })}
              >
                <Icon name="edit" />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`${t.remove}: ${inWords(faq.question, locale)}`}
                onClick={() => setRemoving(faq)}
              >
                <Icon name="trash" />
              </button>
            </div>
          </li>
        ))}
      </ul>
      {data && data.length > 0 && shown.length === 0 && <p className="loading">{fill(t.noMatch, { query: filter })}</p>}
      {editing && (
        <FaqForm title={editing.id ? t.editFaq : t.newFaq} draft={editing.draft} onSave={save} onClose={closeForm} />
      )}
      {removing && (
        <ConfirmRemoval
          title={fill(t.removeFaq, { title: inWords(removing.question, locale) })}
          text={t.removeFaqText}
          onClose={() => setRemoving(null)}
          onConfirm={() => void remove(removing.id)}
        />
      )}
    </section>
  );
}
