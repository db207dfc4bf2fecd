import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { Order, SortKey, StateGroup } from './document-facts.ts';

/** Search, filter by state, and what may be done with the chosen documents. */
export function DocumentToolbar(props: {
  query: string;
  onQuery: (query: string) => void;
  group: StateGroup;
  onGroup: (group: StateGroup) => void;
  order: Order;
  onOrder: (order: Order) => void;
  counts: Record<StateGroup, number>;
  /** "120 / 4,000", where the list is longer than what is shown. */
  found: string | null;
  picked: number;
  onClear: () => void;
  onRemove: () => void;
}) {
  const { t } = useSurroundings();
  const { counts } = props;
  if (props.picked > 0) {
    return (
      <div className="toolbar chosen-bar" role="status">
        <strong>{fill(t.selected, { n: props.picked })}</strong>
        <button type="button" className="button small" onClick={props.onClear}>
          {t.clear}
        </button>
        <button type="button" className="button small danger" onClick={props.onRemove}>
          <Icon name="trash" />
          {t.remove}
        </button>
      </div>
    );
  }
  const groups: Array<{ value: StateGroup; words: string; count?: number }> = [
    { value: 'all', words: t.all, count: counts.all },
    { value: 'ready', words: t.statusReady, count: counts.ready },
    { value: 'underway', words: t.underway, count: counts.underway },
    { value: 'failed', words: t.statusFailed, count: counts.failed },
    { value: 'review', words: t.statusReview, count: counts.review },
  ];
  const keys: Array<[SortKey, string]> = [
    ['updated', t.updated],
    ['title', t.columnTitle],
    ['status', t.columnStatus],
    ['pages', t.columnPages],
    ['chunks', t.columnChunks],
    ['sync', t.columnSync],
  ];
  return (
    <div className="toolbar">
      <input
        type="search"
        className="field filter"
        value={props.query}
        placeholder={t.filterDocuments}
        aria-label={t.filterDocuments}
        onChange={(event) => props.onQuery(event.target.value)}
      />
      <Segments label={t.columnStatus} value={props.group} options={groups} onChange={props.onGroup} />
      <label className="narrow-only sort-by">
        <span className="quiet">{t.sortBy}</span>
        <select
          className="field"
          value={props.order.by}
          onChange={({ target }) => {
            const [by] = keys.find(([key]) => key === target.value) ?? ['updated' as const];
            props.onOrder({ by, down: by !== 'title' && by !== 'status' });
          }}
        >
          {keys.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {props.found && <span className="quiet small">{props.found}</span>}
    </div>
  );
}
