import { useId } from 'react';
import type { ChangeFormBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { fieldWords } from './change-words.ts';

type Field = ChangeFormBody['fields'][number];

/** What was filled in, by field: a text, a tick, or the number of the choice. */
export type FieldValues = Readonly<Record<string, string>>;

const TICKED = 'yes';

/** The arguments of the change that was filled in. */
export function argumentsOf(fields: readonly Field[], values: FieldValues): Record<string, unknown> {
  const args = fields.map((field): Record<string, unknown> => {
    const value = values[field.name]?.trim() ?? '';
    if (value === '') return {};
    if (field.kind === 'choice') return field.choices[Number(value)]?.args ?? {};
    return { [field.name]: field.kind === 'check' ? true : value };
  });
  return Object.assign({}, ...args);
}

export const isFilledIn = (fields: readonly Field[], values: FieldValues): boolean =>
  fields.every(({ name, required }) => !required || (values[name]?.trim() ?? '') !== '');

/** The fields that a change has. */
export function ChangeFields(props: {
  fields: readonly Field[];
  values: FieldValues;
  onChange: (values: FieldValues) => void;
}) {
  const { t } = useSurroundings();
  const ids = useId();
  const { values } = props;
  return props.fields.map((field) => {
    const { name, kind, required } = field;
    const set = (value: string) => props.onChange({ ...values, [name]: value });
    const value = values[name] ?? '';
    if (kind === 'check')
      return (
        <label className="check" key={name}>
          <input
            type="checkbox"
            checked={value === TICKED}
            onChange={(event) => set(event.target.checked ? TICKED : '')}
          />
          <span>{fieldWords(t, name)}</span>
        </label>
      );
    return (
      <label key={name} htmlFor={`${ids} ${name}`}>
        <span>
          {fieldWords(t, name)} {!required && <span className="quiet">({t.optional})</span>}
        </span>
        {kind === 'choice' ? (
          <select id={`${ids} ${name}`} className="field" value={value} onChange={(event) => set(event.target.value)}>
            <option value="">{required ? t.pleaseChoose : name === 'item' ? t.allItems : '—'}</option>
            {field.choices.map(({ label }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the choices of a form have a fixed order
              <option key={place} value={place}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={`${ids} ${name}`}
            className="field"
            value={value}
            maxLength={200}
            onChange={(event) => set(event.target.value)}
          />
        )}
      </label>
    );
  });
}
