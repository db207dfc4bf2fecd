import { useId } from 'react';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';

/** A field for a password that is being chosen; the server asks for the same length. */
export function NewPassword(props: { t: ConsoleDictionary; value: string; onChange: (value: string) => void }) {
  const { t, value, onChange } = props;
  const hint = useId();
  return (
    <label>
      {t.newPassword}
      <input
        className="field"
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={1000}
        aria-describedby={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={hint} className="quiet small">
        {t.newPasswordHint}
      </span>
    </label>
  );
}
