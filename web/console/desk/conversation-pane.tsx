import { useState } from 'react';
import { asProblem, type Problem } from '../../api/problem.ts';
import type { DeskConversation, TranslatedReplyBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import type { Loaded } from '../use-load.ts';
import { CustomerPanel } from './customer-panel.tsx';
import type { DeskStep } from './desk-step.ts';
import { ReplyBox } from './reply-box.tsx';
import { TalkHead } from './talk-head.tsx';
import { Transcript } from './transcript.tsx';
import type { Draft } from './use-reply-draft.ts';
import { useTranslation } from './use-translation.ts';

/** A conversation at the desk: take it, answer, note, pass it on, give it back or end it. */
export function ConversationPane(props: {
  id: string;
  loaded: Loaded<DeskConversation>;
  typing: boolean;
  alone: boolean;
  onClose: () => void;
}) {
  const { t, http, staff, locale } = useSurroundings();
  const { id, alone } = props;
  const [fault, setFault] = useState<Problem | null>(null);
  const [details, setDetails] = useState(false);
  const [taken, setTaken] = useState(false);
  const { data, problem, reload } = props.loaded;
  const path = `/api/desk/conversations/${encodeURIComponent(id)}`;

  const translation = useTranslation(path, data);

  const act: DeskStep = async (step, body = {}) => {
    setFault(null);
    try {
      return await http.json(`${path}/${step}`, { method: 'POST', body });
    } catch (error) {
      setFault(asProblem(error));
      return undefined;
    } finally {
      reload();
    }
  };
  const claim = async () => {
    if ((await act('claim')) !== undefined) setTaken(true);
  };
  if (problem?.status === 404) return <p className="loading">{t.talkGone}</p>;
  if (!data)
    return problem ? <ProblemNote problem={problem} onRetry={reload} /> : <p className="loading">{t.loading}</p>;
  const mine = data.claimedBy?.id === staff.id;
  const name = data.customer.name ?? t.visitor;
  return (
    <section className={details ? 'conversation with-details' : 'conversation'} data-alone={alone} aria-label={name}>
      <div className="talk">
        <TalkHead
          conversation={data}
          act={act}
          mine={mine}
          alone={alone}
          details={details}
          translation={translation}
          onDetails={() => setDetails(!details)}
          onClose={props.onClose}
        />
        <ProblemNote problem={fault ?? problem} />
        <Transcript conversation={data} translations={translation.texts} />
        <p className="typing quiet small" aria-live="polite">
          {props.typing && fill(t.typing, { name })}
        </p>
        {data.status === 'human' && (
          <ReplyBox
            key={id}
            language={data.language}
            mayReply={mine}
            begins={taken}
            onTyping={() => void http.json(`${path}/typing`, { method: 'POST' }).catch(() => undefined)}
            translates={translation.model && data.language !== locale}
            onTranslate={(text) =>
              http
                .json<TranslatedReplyBody>(`${path}/translate`, { method: 'POST', body: { text } })
                .then((translated) => translated.text)
                .catch(() => null)
            }
            onReply={async (text, messageId, original) =>
              (await act('reply', { text, messageId, ...(original ? { original } : {}) })) !== undefined
            }
            onNote={async (text, noteId) => (await act('note', { text, noteId })) !== undefined}
            onSuggest={async () => (await act<Draft>('suggest')) ?? null}
          />
        )}
        {data.status === 'waiting' && (
          <div className="claim">
            <p className="quiet">{t.claimFirst}</p>
            <button type="button" className="button primary" onClick={() => void claim()}>
              <Icon name="headset" />
              {t.claim}
            </button>
          </div>
        )}
      </div>
      <CustomerPanel
        conversation={data}
        path={path}
        mine={mine && data.status === 'human'}
        onDecided={reload}
        onLabels={(labels) =>
          void http
            .json(`${path}/labels`, { method: 'PUT', body: { labels } })
            .catch((error: unknown) => setFault(asProblem(error)))
            .finally(reload)
        }
      />
    </section>
  );
}
