import { useEffect, useRef } from 'react';
import type { DeskConversation } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { withoutTable } from '../../widget/without-table.ts';
import { places } from '../qa/paths.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { SeenCards } from './seen-cards.tsx';

/** Pixels from the end that still count as reading it. */
const NEAR_END = 60;

type DeskMessage = DeskConversation['messages'][number];
type Line =
  | { kind: 'message'; at: string; message: DeskMessage }
  | { kind: 'note'; at: string; note: DeskConversation['notes'][number] };

function MessageLine(props: {
  message: DeskMessage;
  translated: string | null | undefined;
  outcomes: DeskConversation['outcomes'];
  language: DeskConversation['language'];
}) {
  const { t, format, staff } = useSurroundings();
  const { message, translated } = props;
  const { author, createdAt, result } = message;
  const compares = result?.cards.some(({ type }) => type === 'comparison');
  const text = compares ? withoutTable(message.text) : message.text;
  if (author === 'system') return <li className="line system">{text}</li>;
  const names = { customer: t.customer, bot: t.assistant, agent: message.agentName ?? t.reply };
  return (
    <li className={`line ${author}`}>
      <p className="quiet small">
        {names[author]} · <time dateTime={createdAt}>{format.moment(createdAt)}</time>
        {author === 'bot' && result && staff.role === 'admin' && (
          <>
            {' · '}
            <Link to={places.trace(message.id)}>{t.openTrace}</Link>
          </>
        )}
      </p>
      {text !== '' && (
        <div className="bubble" lang={props.language}>
          {author === 'bot' ? <Markdown text={text} /> : text}
        </div>
      )}
      {translated !== undefined && (
        <p className="translated small" data-failed={translated === null}>
          <span className="quiet">{translated === null ? t.notTranslated : t.translated}</span> {translated}
        </p>
      )}
      {message.original !== undefined && (
        <p className="translated small">
          <span className="quiet">{t.original}</span> {message.original}
        </p>
      )}
      <SeenCards message={message} outcomes={props.outcomes} />
      {result && result.citations.length > 0 && (
        <p className="quiet small">
          {result.citations
            .map(({ title, page }) => (page === null ? title : `${title}, ${fill(t.page, { n: page })}`))
            .join(' · ')}
        </p>
      )}
    </li>
  );
}

/** What was said and, plainly apart, what colleagues noted, in the order of time. */
export function Transcript(props: {
  conversation: DeskConversation;
  translations: ReadonlyMap<string, string | null>;
}) {
  const { t, format } = useSurroundings();
  const box = useRef<HTMLDivElement>(null);
  const { messages, notes, status } = props.conversation;
  const total = messages.length + notes.length;
  const atEnd = useRef(true);
  useEffect(() => {
    void box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [total, status, props.translations.size]);
  // Whoever reads the end still does when the box below grows over it.
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const watch = new ResizeObserver(() => {
      if (atEnd.current) current.scrollTo({ top: current.scrollHeight });
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);

  const lines: Line[] = [
    ...messages.map((message) => ({ kind: 'message' as const, at: message.createdAt, message })),
    ...notes.map((note) => ({ kind: 'note' as const, at: note.createdAt, note })),
  ];
  return (
    <div
      className="lines"
      ref={box}
      role="log"
      aria-label={t.transcript}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
      }}
    >
      <ol>
        {lines
          .toSorted((a, b) => a.at.localeCompare(b.at))
          .map((line) =>
            line.kind === 'message' ? (
              <MessageLine
                key={line.message.id}
                message={line.message}
                translated={props.translations.get(line.message.id)}
                outcomes={props.conversation.outcomes}
                language={props.conversation.language}
              />
            ) : (
              <li className="line note" key={line.note.id}>
                <p className="small">
                  <Icon name="note" />
                  {fill(t.noteLabel, { name: line.note.author })} · {format.moment(line.note.createdAt)}
                </p>
                <div className="bubble">{line.note.text}</div>
              </li>
            ),
          )}
      </ol>
    </div>
  );
}
