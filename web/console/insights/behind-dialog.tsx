import { useState } from 'react';
import type { CountedConversationBody, TranscriptLineBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { places } from '../qa/paths.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLoad } from '../use-load.ts';
import type { FigureKey } from './figure.tsx';

function Talk({ id }: { id: string }) {
  const { t, locale, http, format } = useSurroundings();
  const { data, problem, reload } = useLoad(id, (signal) =>
    http.json<TranscriptLineBody[]>(`/api/insights/conversations/${encodeURIComponent(id)}`, { signal }),
  );
  const names: Record<string, string> = { customer: t.customer, bot: t.assistant, agent: t.reply };
  if (!data) return problem ? <ProblemNote problem={problem} onRetry={reload} /> : <Skeleton rows={4} />;
  return (
    <ol className="behind-talk">
      {data.map((line) => (
        <li key={line.id} className={`behind-line ${line.author}`}>
          <p className="quiet small">
            {[
              names[line.author],
              format.moment(line.createdAt),
              line.route && insightName('routes', line.route, locale),
              line.intent && insightName('intents', line.intent, locale),
              line.engine && insightName('engines', line.engine, locale),
              line.replyMs !== null && fill(t.milliseconds, { n: Math.round(line.replyMs) }),
            ]
              .filter(Boolean)
              .join(' · ')}
            {line.author === 'bot' && (
              <Link to={places.trace(line.id)} className="behind-trace">
                {t.openTrace}
              </Link>
            )}
            {line.rating && <Icon name={line.rating === 'up' ? 'up' : 'thumbDown'} />}
          </p>
          {line.author === 'bot' ? <Markdown text={line.text} /> : <p className="behind-text">{line.text}</p>}
        </li>
      ))}
    </ol>
  );
}

/** The conversations that a number counts, and each of them line by line. */
export function BehindDialog(props: { figure: FigureKey; from: string; to: string; onClose: () => void }) {
  const { t, http, format } = useSurroundings();
  const { figure, from, to } = props;
  const [open, setOpen] = useState<string | null>(null);
  const query = new URLSearchParams({ metric: figure.metric, key: figure.key, from, to });
  const { data, problem, reload } = useLoad(query.toString(), (signal) =>
    http.json<CountedConversationBody[]>(`/api/insights/conversations?${query}`, { signal }),
  );
  return (
    <Dialog title={figure.name} wide onClose={props.onClose}>
      {open ? (
        <>
          <div className="spread">
            <button type="button" className="button small" onClick={() => setOpen(null)}>
              <Icon name="left" />
              {t.behindTitle}
            </button>
            <Link to={places.newCase(open)} className="button small">
              {t.makeCase}
            </Link>
          </div>
          <Talk id={open} />
        </>
      ) : (
        <>
          <ProblemNote problem={problem} onRetry={reload} />
          {!data && !problem && <Skeleton rows={5} />}
          {data?.length === 0 && <p className="loading">{t.behindEmpty}</p>}
          {data && data.length > 0 && <p className="quiet small">{fill(t.newest, { n: data.length })}</p>}
          <ul className="behind-list">
            {data?.map(({ conversationId, startedAt, preview }) => (
              <li key={conversationId}>
                <button type="button" onClick={() => setOpen(conversationId)}>
                  <span>{preview}</span>
                  <span className="quiet small">{format.moment(startedAt)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
