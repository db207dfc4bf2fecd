import { useEffect, useRef } from 'react';

const WRITING = 'input, textarea, select, [contenteditable]';

/**
 * Keys of a page, by the key's name. While somebody writes only those in `always` count, and only with Ctrl or Command
 * where Enter has a meaning of its own; nothing counts in a window above the page.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Enter within an input method chooses its word.
      if (event.isComposing || event.altKey || document.querySelector('dialog[open]')) return;
      const target = event.target instanceof Element ? event.target : null;
      const writing = target?.closest(WRITING) ?? null;
      const held = event.ctrlKey || event.metaKey;
      if (event.key === 'Escape' && writing instanceof HTMLElement) return writing.blur();
      if (writing ? !(held && event.key === 'Enter') : held) return;
      // A button under the focus is pressed by Enter itself.
      if (!writing && event.key === 'Enter' && target?.closest('button, a, summary')) return;
      const work = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!work) return;
      event.preventDefault();
      work();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
