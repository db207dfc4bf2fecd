import { useEffect } from 'react';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import './palette-button.css';

const APPLE = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Ctrl+K, on a Mac ⌘K, anywhere in the console. */
export function usePaletteKey(onPress: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const held = APPLE ? event.metaKey : event.ctrlKey;
      if (event.key.toLowerCase() !== 'k' || !held || event.shiftKey || event.altKey) return;
      event.preventDefault();
      onPress();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [onPress]);
}

/** Opens the palette, and tells its keys. */
export function PaletteButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useSurroundings();
  return (
    <button
      type="button"
      className="palette-button"
      aria-keyshortcuts={APPLE ? 'Meta+K' : 'Control+K'}
      onClick={onOpen}
    >
      <Icon name="search" />
      {t.paletteOpen}
      <span className="keys">{APPLE ? '⌘K' : 'Ctrl K'}</span>
    </button>
  );
}
