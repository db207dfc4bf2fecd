import { useState } from 'react';
import type { StaffLinkBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';

/** A link for a password, shown this once. */
export function LinkDialog(props: { name: string; link: StaffLinkBody; onClose: () => void }) {
  const { t, format } = useSurroundings();
  const [copied, setCopied] = useState(false);
  // After '#': a browser sends it to no server and into no log.
  const address = `${location.origin}/console/welcome#${props.link.token}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <Dialog title={fill(t.linkTitle, { name: props.name })} onClose={props.onClose}>
      <div className="stack">
        <p>{fill(t.linkText, { time: format.moment(props.link.expiresAt) })}</p>
        <label>
          {t.linkAddress}
          <input className="field mono" readOnly value={address} onFocus={(event) => event.target.select()} />
        </label>
      </div>
      <footer>
        <p className="quiet small" role="status">
          {copied && t.copied}
        </p>
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {t.copyLink}
        </button>
        <button type="button" className="button primary" onClick={props.onClose}>
          {t.close}
        </button>
      </footer>
    </Dialog>
  );
}
