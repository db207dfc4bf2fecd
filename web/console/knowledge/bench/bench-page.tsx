import { type FormEvent, useEffect, useState } from 'react';
import type { SearchResponseBody } from '../../../api/types.ts';
import { navigate, useQuery } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLoad } from '../../use-load.ts';
import { paths } from '../paths.ts';
import './bench.css';
import './passages.css';
import { BenchReply } from './bench-reply.tsx';
import { BenchVerdict } from './bench-verdict.tsx';
import { PassageTable } from './passage-table.tsx';

const PASSAGES = 10;

function address(query: string, language: string, audience: string): string {
  const place = new URLSearchParams({ q: query });
  if (language) place.set('language', language);
  if (audience) place.set('audience', audience);
  return `knowledge/search?${place}`;
}

/** The retrieval bench: a question, how it was understood, what each leg found, and why one passage wins. The
 * question is in the address, so that a finding can be shared. */
export default function BenchPage() {
  const { t, http } = useSurroundings();
  const asked = useQuery();
  const q = asked.get('q') ?? '';
  const locale = asked.get('language') ?? '';
  const audience = asked.get('audience') ?? '';
  const [query, setQuery] = useState(q);
  const [readAs, setReadAs] = useState(audience);
  useEffect(() => setQuery(q), [q]);
  useEffect(() => setReadAs(audience), [audience]);

  const audiences = audience.split(/[,，\s]+/).filter(Boolean);
  const { data, problem, reload } = useLoad(`bench ${q} ${locale} ${audience}`, async (signal) => {
    if (q === '') return null;
    const body = {
      query: q,
      k: PASSAGES,
      answer: true,
      ...(locale ? { locale } : {}),
      ...(audiences.length > 0 ? { audiences } : {}),
    };
    return http.json<SearchResponseBody>(paths.search, { method: 'POST', body, signal });
  });
  const go = (to: string) =>
    to === location.pathname.slice('/console/'.length) + location.search ? reload() : navigate(to);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (query.trim() !== '') go(address(query.trim(), locale, readAs.trim()));
  }
  return (
    <section className="page wide bench">
      <PageHead title={t.search} text={t.searchText} />
      <search>
        <form className="search-form" onSubmit={submit}>
          <input
            type="search"
            className="field"
            value={query}
            maxLength={2_000}
            placeholder={t.searchPlaceholder}
            aria-label={t.question}
            onChange={(event) => setQuery(event.target.value)}
          />
          <button type="submit" className="button primary" disabled={query.trim() === ''}>
            {t.run}
          </button>
          <div className="search-options">
            <label>
              <span className="quiet">{t.askedIn}</span>
              <select
                className="field"
                value={locale}
                onChange={({ target }) => {
                  if (query.trim() !== '') go(address(query.trim(), target.value, readAs.trim()));
                }}
              >
                <option value="">{t.detect}</option>
                <option value="zh">{t.zh}</option>
                <option value="en">{t.en}</option>
              </select>
            </label>
            <label>
              <span className="quiet">{t.readAs}</span>
              <input
                className="field"
                value={readAs}
                maxLength={200}
                placeholder="public"
                onChange={(event) => setReadAs(event.target.value)}
              />
            </label>
          </div>
        </form>
      </search>
      <ProblemNote problem={problem} onRetry={reload} />
      {q === '' && (
        <EmptyState icon="search" title={t.searchEmpty} text={t.searchEmptyText}>
          <div className="examples">
            <p className="quiet small">{t.tryThese}</p>
            {[t.exampleOne, t.exampleTwo, t.exampleThree].map((example) => (
              <button key={example} type="button" className="button small" onClick={() => go(address(example, '', ''))}>
                {example}
              </button>
            ))}
          </div>
        </EmptyState>
      )}
      {q !== '' && !data && !problem && <Skeleton rows={4} />}
      {data && (
        <div className="bench-result">
          {data.degraded && <p className="problem">{t.searchDegraded}</p>}
          <BenchVerdict found={data} />
          {data.answer && <BenchReply answer={data.answer} hits={data.passages} />}
          {data.passages.length > 0 ? (
            <PassageTable key={data.query} found={data} />
          ) : (
            <p className="loading">{t.noHits}</p>
          )}
        </div>
      )}
    </section>
  );
}
