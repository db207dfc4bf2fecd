import { useState } from 'react';
import type { DeskEntry } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { since, useNow } from '../ui/duration.ts';
import { moodWords, reasonWords } from './handoff-words.ts';

const FILTERS = ['all', 'waiting', 'human'] as const;

function Entry({ entry, open, now }: { entry: DeskEntry; open: boolean; now: number }) {
  const { t } = useSurroundings();
  const { status, customer, reason, mood, waitingSince, claimedBy, lastMessage } = entry;
  const state =
    status === 'human'
      ? fill(t.withAgent, { name: claimedBy?.name ?? '' })
      : waitingSince
        ? fill(t.waitingFor, { time: since(waitingSince, now, t) })
        : t.filterWaiting;
  return (
    <li>
      <Link
        to={`desk/${encodeURIComponent(entry.conversationId)}`}
        className="entry"
        aria-current={open ? 'true' : undefined}
      >
        <span className="entry-top">
          <strong>{customer.name ?? t.visitor}</strong>
          <span className={status === 'waiting' ? 'pill warm' : 'pill'}>{state}</span>
        </span>
        {reason && <span className="entry-reason">{reasonWords(t, reason)}</span>}
        {lastMessage && <span className="entry-last">{lastMessage.text}</span>}
        <span className="entry-tags">
          <span className="tag">{t[entry.language]}</span>
          {moodWords(t, mood) && <span className="tag warm">{moodWords(t, mood)}</span>}
        </span>
      </Link>
    </li>
  );
}

/** Those who wait, longest first, and those whom somebody has. */
export function Inbox({ entries, openId }: { entries: DeskEntry[]; openId: string | null }) {
  const { t } = useSurroundings();
  const now = useNow();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const names = { all: t.filterAll, waiting: t.filterWaiting, human: t.filterHuman };
  const count = (name: (typeof FILTERS)[number]) =>
    entries.filter(({ status }) => name === 'all' || status === name).length;
  const shown = entries
    .filter(({ status }) => filter === 'all' || status === filter)
    .toSorted(
      (a, b) =>
        Number(a.status === 'human') - Number(b.status === 'human') ||
        (a.waitingSince ?? '').localeCompare(b.waitingSince ?? ''),
    );
  return (
    <>
      <fieldset className="filters">
        <legend className="hidden">{t.inbox}</legend>
        {FILTERS.map((name) => (
          <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {names[name]} <span className="figure">{count(name)}</span>
          </button>
        ))}
      </fieldset>
      <ul className="entries">
        {shown.map((entry) => (
          <Entry key={entry.conversationId} entry={entry} open={entry.conversationId === openId} now={now} />
        ))}
      </ul>
    </>
  );
}
