/** A field for the password that one has. */
export function PresentPassword(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label>
      {props.label}
      <input
        className="field"
        type="password"
        autoComplete="current-password"
        required
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}
