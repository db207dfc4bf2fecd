/** @jsxImportSource preact */
import type { Ref } from 'preact';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';

/** What stands on the page while the panel is closed. */
export function Launcher(props: { button?: Ref<HTMLButtonElement>; unread: number; onOpen?: () => void }) {
  const { t } = useSurroundings();
  const { button, unread, onOpen } = props;
  return (
    <button
      ref={button ?? null}
      type="button"
      class="launcher"
      aria-label={t.open}
      aria-expanded={false}
      onClick={onOpen}
    >
      <Icon name="chat" />
      <span class="launcher-text">{t.title}</span>
      {unread > 0 && <span class="unread">{unread}</span>}
    </button>
  );
}
