import { useEffect, useRef } from 'react';

/** Buttons of which one is pressed: a filter, or a view. A count of 0 is left out. */
export function Segments<Value extends string>(props: {
  label: string;
  value: Value;
  options: ReadonlyArray<{ value: Value; words: string; count?: number }>;
  onChange: (value: Value) => void;
}) {
  const row = useRef<HTMLFieldSetElement>(null);
  // Where the row is wider than the screen, the chosen one is in sight.
  useEffect(() => {
    const pressed = row.current?.querySelector('[aria-pressed="true"]');
    if (row.current && pressed instanceof HTMLElement && row.current.scrollWidth > row.current.clientWidth)
      row.current.scrollLeft = pressed.offsetLeft - row.current.clientWidth / 3;
  }, []);
  return (
    <fieldset className="segments" ref={row}>
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
