import { useState } from 'react';
import type { DeskEntry, DeskSettingsBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { useNow } from '../ui/duration.ts';
import { Entry } from './entry.tsx';

const FILTERS = ['all', 'waiting', 'human', 'mine', 'closed'] as const;
type InboxFilter = (typeof FILTERS)[number];

/** Those who wait, longest first, those whom somebody has, and on demand those that ended. */
export function Inbox(props: {
  entries: DeskEntry[];
  ended: DeskEntry[] | undefined;
  openIds: string[];
  times: DeskSettingsBody | undefined;
  onEnded: () => void;
}) {
  const { t, staff } = useSurroundings();
  const now = useNow();
  const [filter, setFilter] = useState<InboxFilter>('all');
  const [label, setLabel] = useState('');
  const names = { all: t.filterAll, waiting: t.filterWaiting, human: t.filterHuman, mine: t.mine, closed: t.closed };
  const fits = (name: InboxFilter) => (entry: DeskEntry) =>
    name === 'all' || (name === 'mine' ? entry.claimedBy?.id === staff.id : entry.status === name);
  const source = filter === 'closed' ? (props.ended ?? []) : props.entries;
  const labels = [...new Set(source.flatMap((entry) => entry.labels))].sort();
  const shown = source
    .filter(fits(filter))
    .filter((entry) => label === '' || entry.labels.includes(label))
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
          <button
            key={name}
            type="button"
            aria-pressed={filter === name}
            onClick={() => {
              setFilter(name);
              if (name === 'closed') props.onEnded();
            }}
          >
            {names[name]}
            {name !== 'closed' && <span className="figure">{props.entries.filter(fits(name)).length}</span>}
          </button>
        ))}
      </fieldset>
      {labels.length > 0 && (
        <select
          className="field label-filter"
          aria-label={t.talkLabels}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        >
          <option value="">{t.talkLabels}</option>
          {labels.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )}
      {shown.length === 0 && (filter === 'closed' ? props.ended : props.entries.length > 0) && (
        <p className="loading">{t.noneHere}</p>
      )}
      <ul className="entries">
        {shown.map((entry) => (
          <Entry key={entry.conversationId} entry={entry} openIds={props.openIds} times={props.times} now={now} />
        ))}
      </ul>
    </>
  );
}
