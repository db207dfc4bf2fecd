/** Buttons of which one is pressed: a filter, or a view. A count of 0 is left out. */
export function Segments<Value extends string>(props: {
  label: string;
  value: Value;
  options: ReadonlyArray<{ value: Value; words: string; count?: number }>;
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="segments">
      <legend className="hidden">{props.label}</legend>
      {props.options.map(({ value, words, count }) => (
        <button key={value} type="button" aria-pressed={value === props.value} onClick={() => props.onChange(value)}>
          {words}
          {count !== undefined && count > 0 && <span className="count">{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
