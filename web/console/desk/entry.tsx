import type { DeskEntry, DeskSettingsBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { since } from '../ui/duration.ts';
import { Icon } from '../ui/icon.tsx';
import { dueOf } from './due.ts';
import { moodWords, reasonWords } from './handoff-words.ts';
import { besideOf, deskPath } from './open-ids.ts';

/** One conversation in the inbox; late ones stand out. */
export function Entry(props: {
  entry: DeskEntry;
  openIds: string[];
  times: DeskSettingsBody | undefined;
  now: number;
}) {
  const { t } = useSurroundings();
  const { entry, openIds, times, now } = props;
  const { conversationId, status, customer, reason, mood, claimedBy, lastMessage, labels } = entry;
  const due = dueOf(entry, times, now);
  const time = due ? since(due.since, now, t) : '';
  const waiting = time === t.now ? t.filterWaiting : fill(t.waitingFor, { time });
  const ours = status === 'closed' ? t.closed : fill(t.withAgent, { name: claimedBy?.name ?? '' });
  const state = status === 'waiting' ? waiting : ours;
  const open = openIds.includes(conversationId);
  const feeling = moodWords(t, mood);
  return (
    <li>
      <Link to={deskPath([conversationId])} className="entry" aria-current={open ? 'true' : undefined}>
        <span className="entry-top">
          <strong>{customer.name ?? t.visitor}</strong>
          <span className={due?.late ? 'pill bad' : status === 'waiting' ? 'pill warm' : 'pill'}>{state}</span>
        </span>
        <span className="entry-reason">
          {reason && reasonWords(t, reason)}
          <span className="tag">{t[entry.language]}</span>
        </span>
        {lastMessage && (
          <span className="entry-last" lang={entry.language}>
            {lastMessage.text}
          </span>
        )}
        <span className="entry-tags">
          {feeling && <span className="tag warm">{feeling}</span>}
          {status === 'human' && due && (
            <span className={due.late ? 'tag bad' : 'tag'}>{fill(t.replyDue, { time })}</span>
          )}
          {labels.map((label) => (
            <span className="tag label" key={label}>
              {label}
            </span>
          ))}
        </span>
      </Link>
      {!open && openIds.length > 0 && (
        <Link
          to={deskPath(besideOf(openIds, conversationId))}
          className="icon-button beside"
          aria-label={`${t.openBeside}: ${customer.name ?? t.visitor}`}
          title={t.openBeside}
        >
          <Icon name="columns" />
        </Link>
      )}
    </li>
  );
}
