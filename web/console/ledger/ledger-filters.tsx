import { madeWords } from '../desk/changes/change-words.ts';
import { CHANGE_ACTIONS } from '../i18n/change-actions.ts';
import { useSurroundings } from '../surroundings.ts';
import { DayRange, type Days } from '../ui/day-range.tsx';
import { dayStart } from '../ui/day-start.ts';

/** What the ledger is narrowed down by; empty: not at all. Days are the reader's, both in it. */
export interface LedgerFilter extends Days {
  q: string;
  action: string;
  state: string;
}

export const NO_FILTER: LedgerFilter = { q: '', action: '', state: '', from: '', to: '' };

/** The filter as the API takes it. */
export function ledgerQuery({ q, action, state, from, to }: LedgerFilter, language: string): string {
  const query = new URLSearchParams({ language });
  if (q.trim()) query.set('q', q.trim());
  if (action) query.set('action', action);
  if (state) query.set('state', state);
  if (from) query.set('from', dayStart(from));
  if (to) query.set('to', dayStart(to, 1));
  return query.toString();
}

/** Kind, state, days and words. */
export function LedgerFilters(props: { filter: LedgerFilter; onChange: (filter: LedgerFilter) => void }) {
  const { t } = useSurroundings();
  const { filter } = props;
  const set = (change: Partial<LedgerFilter>) => props.onChange({ ...filter, ...change });
  return (
    <search className="ledger-filters">
      <label className="words">
        {t.ledgerSearch}
        <input
          className="field"
          type="search"
          maxLength={200}
          value={filter.q}
          onChange={({ target }) => set({ q: target.value })}
        />
      </label>
      <label>
        {t.ledgerKind}
        <select className="field" value={filter.action} onChange={({ target }) => set({ action: target.value })}>
          <option value="">{t.everything}</option>
          {CHANGE_ACTIONS.map((action) => (
            <option key={action} value={action}>
              {madeWords(t, action)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.ledgerState}
        <select className="field" value={filter.state} onChange={({ target }) => set({ state: target.value })}>
          <option value="">{t.everything}</option>
          <option value="done">{t.ledgerStands}</option>
          <option value="undone">{t.ledgerUndone}</option>
        </select>
      </label>
      <DayRange from={t.ledgerFrom} to={t.ledgerTo} days={filter} onChange={set} />
    </search>
  );
}
