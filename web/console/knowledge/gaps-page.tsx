import type { GapBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { navigate } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useLoad } from '../use-load.ts';
import './knowledge.css';

function GapCard({ gap }: { gap: GapBody }) {
  const { t, format } = useSurroundings();
  const others = gap.examples.filter((text) => text !== gap.question);
  const answer = () =>
    navigate(`knowledge/faqs?${new URLSearchParams({ question: gap.question, language: gap.language })}`);
  return (
    <li className="panel gap">
      <span className="rank">{gap.count}</span>
      <div>
        <h2 lang={gap.language === 'zh' ? 'zh-CN' : 'en'}>{gap.question}</h2>
        <p className="quiet small">
          {[
            gap.count === 1 ? t.gapOnce : fill(t.gapCount, { n: gap.count }),
            fill(t.gapLast, { time: format.moment(gap.lastAskedAt) }),
            t[gap.language],
          ].join(' · ')}
        </p>
        {others.length > 0 && (
          <details>
            <summary>{t.gapExamples}</summary>
            <ul>
              {others.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <button type="button" className="button small" onClick={answer}>
        {t.makeFaq}
      </button>
    </li>
  );
}

/** Questions without evidence, each one step away from an FAQ. */
export default function GapsPage() {
  const { t, http } = useSurroundings();
  const { data, problem, reload } = useLoad('gaps', (signal) =>
    http.json<GapBody[]>('/api/knowledge/gaps', { signal }),
  );
  return (
    <section className="page">
      <PageHead title={t.gaps} text={t.gapsText} />
      <ProblemNote problem={problem} onRetry={reload} />
      {!data && !problem && <p className="loading">{t.loading}</p>}
      {data?.length === 0 && <EmptyState icon="check" title={t.noGaps} text={t.noGapsText} />}
      <ul className="stack">
        {data?.map((gap) => (
          <GapCard key={gap.topic} gap={gap} />
        ))}
      </ul>
    </section>
  );
}
