import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from './icon.tsx';

/** What a form begins with; where there is none, the first button has the focus. */
const FIELD = ':is(input, textarea, select):not([type=file], [type=hidden], :disabled)';

const CHOSEN = new Set(['search', 'checkbox', 'radio', 'file', 'range', 'color']);

/** Whether words were written that closing would lose; what is chosen is soon chosen again. */
const isWritten = ({ target }: FormEvent) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !CHOSEN.has(target.type));

/**
 * A modal window: the browser's own, which traps the focus, closes on Escape and gives the focus back; where something
 * was written, on a second Escape. It hangs below the page, so that the styles of what opened it do not reach it.
 */
export function Dialog(props: { title: string; wide?: boolean; onClose: () => void; children: ReactNode }) {
  const { t } = useSurroundings();
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [escaping, setEscaping] = useState<'closes' | 'warns' | 'warned'>('closes');
  // Before it leaves the page: a window that is gone gives no focus back.
  useLayoutEffect(() => {
    const { current } = box;
    current?.showModal();
    current?.querySelector<HTMLElement>(FIELD)?.focus();
    return () => current?.close();
  }, []);
  return createPortal(
    <dialog
      ref={box}
      className={props.wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onInput={(event) => {
        if (isWritten(event)) setEscaping('warns');
      }}
      onCancel={(event) => {
        // Of another thing within, as of a choice of files.
        if (event.target !== box.current) return;
        event.preventDefault();
        if (escaping === 'warns') setEscaping('warned');
        else props.onClose();
      }}
      // A browser closes on a second Escape without asking.
      onClose={props.onClose}
    >
      <p className={escaping === 'warned' ? 'note' : 'hidden'} role="status">
        {escaping === 'warned' && t.escapeLoses}
      </p>
      <header>
        <h2 id={titleId}>{props.title}</h2>
        <button type="button" className="icon-button" aria-label={t.close} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </header>
      {props.children}
    </dialog>,
    document.body,
  );
}

/** Asks before something that can't be undone. */
export function ConfirmRemoval(props: {
  title: string;
  text: string;
  onConfirm: () => void;
  onClose: () => void;
  /** What helps to decide. */
  children?: ReactNode;
}) {
  const { t } = useSurroundings();
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{props.text}</p>
      {props.children}
      <footer>
        <button type="button" className="button" onClick={props.onClose}>
          {t.cancel}
        </button>
        <button type="button" className="button danger" onClick={props.onConfirm}>
          {t.remove}
        </button>
      </footer>
    </Dialog>
  );
}
