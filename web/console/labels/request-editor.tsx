import { useId } from 'react';
import type { IntentsBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import type { DraftRequest } from './draft.ts';
import { SlotEditor } from './slot-editor.tsx';

/** One request: its words, its intent by number or by name, its details. */
export function RequestEditor(props: {
  number: number;
  request: DraftRequest;
  active: boolean;
  alone: boolean;
  choices: string[];
  intents: IntentsBody;
  onActive: () => void;
  onChange: (change: Partial<DraftRequest>) => void;
  onRemove: () => void;
}) {
  const { t, locale } = useSurroundings();
  const { request, choices, intents } = props;
  const list = useId();
  const chosen = intents.intents.find(({ id }) => id === request.intent);
  return (
    <fieldset className={props.active ? 'request active' : 'request'} onFocus={props.onActive}>
      <legend className="hidden">{fill(t.requestN, { n: props.number })}</legend>
      {!props.alone && (
        <div className="request-words">
          <span className="count">{props.number}</span>
          <input
            className="field"
            aria-label={fill(t.requestN, { n: props.number })}
            value={request.text}
            onChange={({ target }) => props.onChange({ text: target.value })}
          />
          <button type="button" className="icon-button" aria-label={t.removeRequest} onClick={props.onRemove}>
            <Icon name="trash" />
          </button>
        </div>
      )}
      <div className="intent-choices">
        {choices.map((id, index) => (
          <button
            key={id}
            type="button"
            className="intent-choice"
            aria-pressed={id === request.intent}
            title={intents.intents.find((one) => one.id === id)?.definition[locale]}
            onClick={() => props.onChange({ intent: id })}
          >
            {props.active && <kbd>{index + 1}</kbd>}
            {insightName('intents', id, locale)}
          </button>
        ))}
        <input
          className="field intent-search"
          list={list}
          placeholder={t.otherIntent}
          aria-label={t.otherIntent}
          value={choices.includes(request.intent) ? '' : request.intent}
          onChange={({ target }) => props.onChange({ intent: target.value })}
        />
        <datalist id={list}>
          {intents.intents.map(({ id, definition }) => (
            <option key={id} value={id}>
              {`${insightName('intents', id, locale)} · ${definition[locale]}`}
            </option>
          ))}
        </datalist>
      </div>
      {chosen && (
        <p className="quiet small">{`${insightName('intents', chosen.id, locale)} · ${chosen.definition[locale]}`}</p>
      )}
      <SlotEditor slots={request.slots} names={intents.slots} onChange={(slots) => props.onChange({ slots })} />
      <label className="check small" title={t.inContextHint}>
        <input
          type="checkbox"
          checked={request.inContext}
          onChange={({ target }) => props.onChange({ inContext: target.checked })}
        />
        <span>{t.inContext}</span>
      </label>
    </fieldset>
  );
}
