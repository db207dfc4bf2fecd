import { useState } from 'react';
import { asProblem, type Problem } from '../../api/problem.ts';
import type { DeskConversation } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { Link, navigate } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import type { Loaded } from '../use-load.ts';
import { CustomerPanel } from './customer-panel.tsx';
import { type Draft, ReplyBox } from './reply-box.tsx';
import { Transcript } from './transcript.tsx';

/** A conversation at the desk: take it, answer, note, give it back or end it. */
export function ConversationPane({ id, loaded }: { id: string; loaded: Loaded<DeskConversation> }) {
  const { t, http } = useSurroundings();
  const [fault, setFault] = useState<Problem | null>(null);
  const [details, setDetails] = useState(false);
  const { data, problem, reload } = loaded;

  /** One step at the desk; undefined when the server refused it. */
  async function act<T>(step: string, body: unknown = {}): Promise<T | undefined> {
    setFault(null);
    try {
      const answer = await http.json<T>(`/api/desk/conversations/${encodeURIComponent(id)}/${step}`, {
        method: 'POST',
        body,
      });
      reload();
      return answer;
    } catch (error) {
      setFault(asProblem(error));
      reload();
      return undefined;
    }
  }
  const leave = async (step: 'return' | 'resolve') => {
    if ((await act(step)) !== undefined) navigate('desk');
  };
  if (problem?.status === 404) return <p className="loading">{t.gone}</p>;
  if (!data)
    return problem ? <ProblemNote problem={problem} onRetry={reload} /> : <p className="loading">{t.loading}</p>;
  return (
    <div className={details ? 'conversation with-details' : 'conversation'}>
      <div className="talk">
        <header className="talk-head">
          <Link to="desk" className="icon-button only-narrow" aria-label={t.back}>
            <Icon name="left" />
          </Link>
          <div className="talk-name">
            <h1>{data.customer.name ?? t.visitor}</h1>
            {data.claimedBy && <p className="quiet small">{fill(t.withAgent, { name: data.claimedBy.name })}</p>}
          </div>
          {data.status === 'human' && (
            <>
              <button type="button" className="button small" onClick={() => void leave('return')}>
                <Icon name="back" />
                {t.returnToBot}
              </button>
              <button type="button" className="button small" onClick={() => void leave('resolve')}>
                <Icon name="check" />
                {t.resolve}
              </button>
            </>
          )}
          <button
            type="button"
            className="icon-button only-medium"
            aria-label={t.details}
            aria-expanded={details}
            onClick={() => setDetails(!details)}
          >
            <Icon name={details ? 'close' : 'person'} />
          </button>
        </header>
        <ProblemNote problem={fault ?? problem} />
        <Transcript conversation={data} />
        {data.status === 'human' ? (
          <ReplyBox
            key={id}
            onReply={async (text) => (await act('reply', { text })) !== undefined}
            onNote={async (text) => (await act('note', { text })) !== undefined}
            onSuggest={async () => (await act<Draft>('suggest')) ?? null}
          />
        ) : (
          <div className="claim">
            <p className="quiet">{t.claimFirst}</p>
            <button type="button" className="button primary" onClick={() => void act('claim')}>
              <Icon name="headset" />
              {t.claim}
            </button>
          </div>
        )}
      </div>
      <CustomerPanel conversation={data} />
    </div>
  );
}
