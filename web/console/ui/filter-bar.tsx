import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';

/** A field that narrows a list down, and how much of it is shown. */
export function FilterBar(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  shown: number;
  total: number;
}) {
  const { t } = useSurroundings();
  return (
    <div className="toolbar">
      <input
        type="search"
        className="field filter"
        value={props.value}
        placeholder={props.label}
        aria-label={props.label}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <span className="quiet small figure" role="status">
        {fill(t.shownOf, { shown: props.shown, total: props.total })}
      </span>
    </div>
  );
}
