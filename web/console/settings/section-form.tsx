import { type ReactNode, useEffect, useState } from 'react';
import { useSurroundings } from '../surroundings.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';

/** A section's form: what it is for, its fields, and whether what is seen is what counts. */
export function SectionForm<Value>(props: {
  text?: string;
  section: string;
  value: Value;
  /** What is stored; another object when it was read anew. */
  stored: Value;
  onSaved: () => void;
  children: ReactNode;
}) {
  const { t, http } = useSurroundings();
  const { value, stored } = props;
  const [saved, setSaved] = useState(false);
  const { busy, problem, submit } = useAction();
  const changed = JSON.stringify(value) !== JSON.stringify(stored);
  useEffect(() => {
    if (changed) setSaved(false);
  }, [changed]);
  const save = async () => {
    await http.json(`/api/settings/${props.section}`, { method: 'PUT', body: value });
    setSaved(true);
    props.onSaved();
  };
  return (
    <form className="panel settings-form" onSubmit={submit(save)}>
      {props.text && <p className="quiet">{props.text}</p>}
      {props.children}
      <ProblemNote problem={problem} />
      <footer>
        <span className="quiet small" role="status">
          {changed ? t.unsaved : saved && t.settingsSaved}
        </span>
        <button type="submit" className="button primary" disabled={busy || !changed}>
          {t.save}
        </button>
      </footer>
    </form>
  );
}
