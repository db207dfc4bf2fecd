import type { ReactNode } from 'react';
import { useSurroundings } from '../surroundings.ts';

/** The end of a form in a dialog: what is still missing, then cancel and send. */
export function FormFooter(props: { submit: string; disabled: boolean; onClose: () => void; children?: ReactNode }) {
  const { t } = useSurroundings();
  return (
    <footer>
      {props.children}
      <button type="button" className="button" onClick={props.onClose}>
        {t.cancel}
      </button>
      <button type="submit" className="button primary" disabled={props.disabled}>
        {props.submit}
      </button>
    </footer>
  );
}
