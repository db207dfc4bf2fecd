import type { DeskEntry } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { useAlerts } from './use-alerts.ts';
import { usePresence } from './use-presence.ts';

/** The inbox's title, whether this agent takes conversations, and whether the browser may call. */
export function InboxHead({ entries }: { entries: DeskEntry[] | undefined }) {
  const { t } = useSurroundings();
  const alerts = useAlerts(entries);
  const presence = usePresence();
  return (
    <header>
      <div className="inbox-title">
        <h1>{t.inbox}</h1>
        <button
          type="button"
          className={presence.available ? 'presence' : 'presence off'}
          aria-pressed={presence.available}
          title={presence.available ? t.setBusy : t.setAvailable}
          onClick={presence.toggle}
        >
          {presence.available ? t.available : t.busy}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-pressed={alerts.on}
          aria-label={alerts.on ? t.alertsOn : t.alertsOff}
          title={alerts.on ? t.alertsOn : t.alertsOff}
          onClick={alerts.toggle}
        >
          <Icon name={alerts.on ? 'bell' : 'muted'} />
        </button>
      </div>
      <p className="quiet small">{t.deskText}</p>
      <p className="hidden" role="status">
        {alerts.told}
      </p>
    </header>
  );
}
