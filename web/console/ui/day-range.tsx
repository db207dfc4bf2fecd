/** Two days (YYYY-MM-DD) of the reader's, both within the range; empty: open on that side. */
export interface Days {
  from: string;
  to: string;
}

/** From which day, and until which. */
export function DayRange(props: { from: string; to: string; days: Days; onChange: (change: Partial<Days>) => void }) {
  const { days, onChange } = props;
  return (
    <>
      <label>
        {props.from}
        <input
          className="field"
          type="date"
          value={days.from}
          onChange={({ target }) => onChange({ from: target.value })}
        />
      </label>
      <label>
        {props.to}
        <input
          className="field"
          type="date"
          value={days.to}
          onChange={({ target }) => onChange({ to: target.value })}
        />
      </label>
    </>
  );
}
