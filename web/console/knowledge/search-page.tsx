import { type FormEvent, useState } from 'react';
import { asProblem, type Problem } from '../../api/problem.ts';
import type { HitBody, SearchResponseBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import './knowledge.css';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const kindWords = (t: ConsoleDictionary) => ({ document: t.kindDocument, faq: t.kindFaq, product: t.kindProduct });

function Passage({ hit }: { hit: HitBody }) {
  const { t } = useSurroundings();
  const legs = [
    [t.legLexical, hit.legs.lexical],
    [t.legVector, hit.legs.vector],
    [t.legFused, hit.legs.fused],
    [t.legRerank, hit.legs.rerank],
  ] as const;
  return (
    <li className="panel passage">
      <span className="rank" aria-hidden="true">
        {hit.rank}
      </span>
      <div>
        <h2>{hit.title}</h2>
        <p className="quiet small">
          {[
            kindWords(t)[hit.kind],
            hit.page === null ? null : fill(t.page, { n: hit.page }),
            hit.heading,
            t[hit.language],
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="passage-text">{hit.text}</p>
        <dl className="legs">
          {legs.map(([name, leg]) => (
            <div key={name} className={leg ? undefined : 'missing'}>
              <dt>{name}</dt>
              <dd>{leg ? `#${leg.rank}` : t.notFoundByLeg}</dd>
              {leg && <dd className="quiet">{leg.score.toPrecision(3)}</dd>}
            </div>
          ))}
        </dl>
      </div>
      <span className="evidence" title={t.evidenceHint}>
        {percent(hit.evidence)}
      </span>
    </li>
  );
}

/** The retrieval test bench: a question, and why which passage was found. */
export default function SearchPage() {
  const { t, http } = useSurroundings();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<SearchResponseBody | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (query.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      setFound(await http.json('/api/knowledge/search', { method: 'POST', body: { query: query.trim(), k: 10 } }));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }
  return (
    <section className="page">
      <PageHead title={t.search} text={t.searchText} />
      <search>
        <form className="search-form" onSubmit={submit}>
          <input
            type="search"
            className="field"
            value={query}
            placeholder={t.searchPlaceholder}
            aria-label={t.question}
            onChange={(event) => setQuery(event.target.value)}
          />
          <button type="submit" className="button primary" disabled={busy || query.trim() === ''}>
            {t.run}
          </button>
        </form>
      </search>
      <ProblemNote problem={problem} />
      {!found && !problem && <EmptyState icon="search" title={t.searchEmpty} text={t.searchEmptyText} />}
      {found && (
        <div aria-live="polite">
          <p className="verdict">
            <strong>{`${t.evidenceTitle} ${percent(found.evidence)}`}</strong>
            <span className="quiet">{t.evidenceHint}</span>
          </p>
          {found.degraded && <p className="problem">{t.searchDegraded}</p>}
          {found.passages.length === 0 && <p className="loading">{t.noHits}</p>}
          <ol className="stack">
            {found.passages.map((hit) => (
              <Passage key={hit.id} hit={hit} />
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
