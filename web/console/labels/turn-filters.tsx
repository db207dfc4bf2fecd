import type { IntentsBody } from '../../api/types.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { Segments } from '../ui/segments.tsx';
import type { TurnFilter } from './use-turns.ts';

/** Which turns come first, and which are shown. */
export function TurnFilters(props: {
  filter: TurnFilter;
  intents: IntentsBody['intents'];
  onChange: (filter: TurnFilter) => void;
}) {
  const { t, locale } = useSurroundings();
  const { filter } = props;
  const set = (change: Partial<TurnFilter>) => props.onChange({ ...filter, ...change });
  return (
    <div className="stack turn-filters">
      <div className="toolbar">
        <Segments
          label={t.queueLabel}
          value={filter.queue}
          options={[
            { value: 'doubt', words: t.queueDoubt },
            { value: 'feedback', words: t.queueFeedback },
            { value: 'unanswered', words: t.queueUnanswered },
            { value: 'newest', words: t.queueNewest },
          ]}
          onChange={(queue) => set({ queue })}
        />
        <Segments
          label={t.stateLabel}
          value={filter.state}
          options={[
            { value: 'open', words: t.stateOpen },
            { value: 'second', words: t.stateSecond },
            { value: 'disputed', words: t.stateDisputed },
            { value: 'labelled', words: t.stateLabelled },
            { value: 'skipped', words: t.stateSkipped },
            { value: 'all', words: t.stateAll },
          ]}
          onChange={(state) => set({ state })}
        />
      </div>
      <div className="toolbar">
        <input
          type="search"
          className="field filter"
          placeholder={t.searchTurns}
          aria-label={t.searchTurns}
          value={filter.q}
          onChange={({ target }) => set({ q: target.value })}
        />
        <select
          className="field choice"
          aria-label={t.anyIntent}
          value={filter.intent}
          onChange={({ target }) => set({ intent: target.value })}
        >
          <option value="">{t.anyIntent}</option>
          {props.intents.map(({ id }) => (
            <option key={id} value={id}>
              {insightName('intents', id, locale)}
            </option>
          ))}
        </select>
        <select
          className="field choice"
          aria-label={t.anyLanguage}
          value={filter.language}
          onChange={({ target }) => set({ language: target.value as TurnFilter['language'] })}
        >
          <option value="">{t.anyLanguage}</option>
          <option value="zh">{t.zh}</option>
          <option value="en">{t.en}</option>
        </select>
      </div>
    </div>
  );
}
