import { useId } from 'react';
import { useSurroundings } from '../../surroundings.ts';
import { fieldWords } from './change-words.ts';
import { type Field, type FieldValues, filledIn, lineKey, partKey, TICKED } from './field-values.ts';

interface Filling<Kind extends Field['kind']> {
  field: Extract<Field, { kind: Kind }>;
  values: FieldValues;
  onSet: (key: string, value: string) => void;
}

/** What is longer than a city's name has a row of its own. */
const LONG_PARTS: ReadonlySet<string> = new Set(['line', 'line2']);

function AddressParts({ field, values, onSet }: Filling<'address'>) {
  const { t } = useSurroundings();
  return (
    <fieldset className="parts">
      <legend>{fieldWords(t, field.name)}</legend>
      {field.parts.map(({ name, value }) => (
        <label key={name} className={LONG_PARTS.has(name) ? 'long' : undefined}>
          <span>{fieldWords(t, name)}</span>
          <input
            className="field"
            value={filledIn(values, partKey(field, name), value)}
            maxLength={200}
            onChange={(event) => onSet(partKey(field, name), event.target.value)}
          />
        </label>
      ))}
    </fieldset>
  );
}

function Lines({ field, values, onSet }: Filling<'lines'>) {
  const { t } = useSurroundings();
  return field.lines.map(({ line, label, quantity, variantId, variants }) => (
    <fieldset className="parts" key={line}>
      <legend>{label}</legend>
      {variants.length > 1 && (
        <label>
          <span>{t.fieldVariant}</span>
          <select
            className="field"
            value={filledIn(values, lineKey(field, line, 'variant'), variantId)}
            onChange={(event) => onSet(lineKey(field, line, 'variant'), event.target.value)}
          >
            {variants.map((variant) => (
              <option key={variant.id} value={variant.id}>
                {variant.label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t.fieldQuantity}</span>
        <input
          className="field"
          type="number"
          min={0}
          max={999}
          value={filledIn(values, lineKey(field, line, 'quantity'), quantity)}
          onChange={(event) => onSet(lineKey(field, line, 'quantity'), event.target.value)}
        />
      </label>
    </fieldset>
  ));
}

/** The fields that a change has. */
export function ChangeFields(props: {
  fields: readonly Field[];
  values: FieldValues;
  onChange: (values: FieldValues) => void;
}) {
  const { t } = useSurroundings();
  const ids = useId();
  const { values } = props;
  const onSet = (key: string, value: string) => props.onChange({ ...values, [key]: value });
  return props.fields.map((field) => {
    const { name, kind, required } = field;
    if (kind === 'address') return <AddressParts key={name} field={field} values={values} onSet={onSet} />;
    if (kind === 'lines') return <Lines key={name} field={field} values={values} onSet={onSet} />;
    const value = filledIn(values, name, kind === 'text' ? field.value : '');
    if (kind === 'check')
      return (
        <label className="check" key={name}>
          <input
            type="checkbox"
            checked={value === TICKED}
            onChange={(event) => onSet(name, event.target.checked ? TICKED : '')}
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
          <select
            id={`${ids} ${name}`}
            className="field"
            value={value}
            onChange={(event) => onSet(name, event.target.value)}
          >
            <option value="">{required ? t.pleaseChoose : name === 'item' ? t.allItems : '—'}</option>
            {field.choices.map(({ label, args }, place) => (
              <option key={JSON.stringify(args)} value={place}>
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
            onChange={(event) => onSet(name, event.target.value)}
          />
        )}
      </label>
    );
  });
}
