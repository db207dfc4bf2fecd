/** @jsxImportSource preact */
import { useCallback, useState } from 'preact/hooks';
import type { ConversationView } from '../../api/types.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { Activity, ChatMessage } from '../message.ts';
import type { FeedbackReason } from '../reply-actions.ts';
import { withoutChanges } from '../without-changes.ts';
import { withoutDoubles } from '../without-doubles.ts';
import { withoutTable } from '../without-table.ts';
import { CardView, cardKey } from './cards.tsx';
import { Confirmation } from './confirmation.tsx';
import { Icon } from './icon.tsx';
import { ReplyText } from './reply-text.tsx';
import { Sources } from './sources.tsx';
import { useSurroundings } from './surroundings.ts';

const REASONS: FeedbackReason[] = ['wrong', 'incomplete', 'unclear', 'not_my_question'];

const activityWords = (t: Dictionary): Record<Activity, string> => ({
  queued: t.activityThinking,
  understanding: t.activityThinking,
  searching: t.activitySearching,
  looking_up: t.activityLookingUp,
  writing: t.activityWriting,
});

function Thinking({ activity }: { activity: Activity | null }) {
  const { t } = useSurroundings();
  return (
    <li class="message bot">
      <p class="bubble thinking">
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {activityWords(t)[activity ?? 'understanding']}
      </p>
    </li>
  );
}

function CustomerMessage({ message }: { message: ChatMessage }) {
  const { t, chat } = useSurroundings();
  return (
    <li class={`message customer ${message.state}`}>
      <span class="hidden">{t.you}</span>
      <p class="bubble" dir="auto">
        {message.text}
      </p>
      {message.state === 'queued' && <p class="meta">{t.queued}</p>}
      {message.state === 'sending' && <p class="meta late">{t.sending}</p>}
      {message.state === 'failed' && (
        <p class="meta failed">
          {[t.failed, message.error].filter(Boolean).join(' · ')}
          <button type="button" class="link" onClick={() => chat?.retry(message.key)}>
            {t.retry}
          </button>
        </p>
      )}
    </li>
  );
}

function Rating({ message }: { message: ChatMessage }) {
  const { t, chat } = useSurroundings();
  const { feedback } = message;
  const [reason, setReason] = useState<FeedbackReason | null>(null);
  return (
    <span class="rating">
      <button
        type="button"
        class="ghost"
        aria-label={t.good}
        aria-pressed={feedback === 'up'}
        onClick={() => chat?.rate(message, 'up')}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="ghost"
        aria-label={t.bad}
        aria-pressed={feedback === 'down'}
        onClick={() => chat?.rate(message, 'down')}
      >
        <Icon name="thumbDown" />
      </button>
      {feedback === 'down' && !reason && (
        <span class="whys">
          {REASONS.map((one) => (
            <button
              key={one}
              type="button"
              class="why"
              onClick={() => {
                setReason(one);
                void chat?.rate(message, 'down', one);
              }}
            >
              {t[one]}
            </button>
          ))}
        </span>
      )}
      {feedback && (feedback === 'up' || reason) && <span role="status">{t.thanks}</span>}
    </span>
  );
}

/** One line of the talk, by who speaks. `endsAt`, `settling` and `outcome` are of the confirmation in it. */
export function Message(props: {
  message: ChatMessage;
  endsAt: number | null;
  settling: boolean;
  outcome: ConversationView['outcomes'][string] | undefined;
}) {
  const { message } = props;
  const { t, format } = useSurroundings();
  const [source, setSource] = useState<number | null>(null);
  const toggle = useCallback((marker: number) => setSource((now) => (now === marker ? null : marker)), []);
  if (message.author === 'customer') return <CustomerMessage message={message} />;
  if (message.author === 'system') return <li class="message system">{message.text}</li>;
  if (message.state === 'thinking') return <Thinking activity={message.activity} />;

  const bot = message.author === 'bot';
  const compares = message.cards.some(({ type }) => type === 'comparison');
  const said = compares ? withoutTable(message.text) : message.text;
  const text = message.confirmation ? withoutChanges(said, message.confirmation) : said;

  return (
    <li class={`message ${message.author}`}>
      <p class="speaker">
        {bot ? <span class="tag">{t.ai}</span> : <span>{message.agentName ?? t.someone}</span>}
        <time dateTime={message.createdAt}>{format.time(message.createdAt)}</time>
      </p>
      {text !== '' && (
        <div class={message.state === 'writing' ? 'bubble writing' : 'bubble'}>
          <ReplyText text={text} citations={message.citations} onCite={toggle} />
        </div>
      )}
      {message.citations.length > 0 && <Sources citations={message.citations} open={source} onToggle={toggle} />}
      {withoutDoubles(message.cards).map((card) => (
        <CardView key={cardKey(card)} card={card} messageId={message.state === 'done' ? message.id : null} />
      ))}
      {message.confirmation && (
        <Confirmation
          confirmation={message.confirmation}
          endsAt={props.endsAt}
          settling={props.settling}
          outcome={props.outcome}
        />
      )}
      {bot && message.state !== 'writing' && (
        <p class="meta">
          {message.id !== null && <Rating message={message} />}
          {message.state === 'stopped' && <span>{t.stopped}</span>}
          {message.degraded && <span>{t.degraded}</span>}
        </p>
      )}
    </li>
  );
}
