import type { TurnTraceBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { type NameOf, TraceView } from '../../trace/trace-view.ts';
import { traceWords } from '../../trace/trace-words.ts';
import { insightName } from '../i18n/insight-names.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Markdown } from '../ui/markdown.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLoad } from '../use-load.ts';
import { api, places } from './paths.ts';

/** A customer's turn: what was said, and the trace of its reply. */
export function TracePage({ id }: { id: string }) {
  const { t, http, locale, format } = useSurroundings();
  const { data, problem, reload } = useLoad(id, (signal) => http.json<TurnTraceBody>(api.trace(id), { signal }));
  const nameOf: NameOf = (of, id) => insightName(of, id, locale);
  const facts = data && [
    format.moment(data.at),
    data.route && nameOf('routes', data.route),
    data.intent && nameOf('intents', data.intent),
    data.engine && insightName('engines', data.engine, locale),
    data.degraded && t.degradedWord,
    data.firstTokenMs !== null && fill(t.firstTokenShort, { n: Math.round(data.firstTokenMs) }),
    data.totalMs !== null && fill(t.wholeReply, { n: Math.round(data.totalMs) }),
    data.errorCode,
  ];
  return (
    <section className="page">
      <PageHead title={t.traceTitle} text={t.traceText}>
        {data && (
          <Link to={places.newCase(data.conversationId)} className="button">
            {t.makeCase}
          </Link>
        )}
      </PageHead>
      {problem?.status === 404 ? (
        <p className="loading">{t.traceGone}</p>
      ) : (
        <ProblemNote problem={problem} onRetry={reload} />
      )}
      {!data && !problem && <Skeleton rows={4} />}
      {data && (
        <>
          <div className="panel turn-said">
            <p className="quiet small">{facts?.filter(Boolean).join(' · ')}</p>
            <p className="strong" lang={data.language ?? undefined}>
              {data.text}
            </p>
            {data.reply && <Markdown text={data.reply} />}
          </div>
          <div className="panel">
            <TraceView trace={data.trace} words={traceWords[locale]} nameOf={nameOf} />
          </div>
        </>
      )}
    </section>
  );
}
