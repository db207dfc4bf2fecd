import { useState } from 'react';
import type { DocumentBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFooter } from '../../ui/form-footer.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';
import { paths } from '../paths.ts';
import { AudienceField, LanguageField } from './detail-fields.tsx';

/** Hands in a page of the web by its address. */
export function AddUrl(props: { audiences: string[]; onAdded: (document: DocumentBody) => void; onClose: () => void }) {
  const { t, http } = useSurroundings();
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [locale, setLocale] = useState<'zh' | 'en' | null>(null);
  const [audience, setAudience] = useState('public');
  const { busy, problem, submit } = useAction();

  async function add() {
    const body = {
      url: url.trim(),
      ...(title.trim() ? { title: title.trim() } : {}),
      ...(locale ? { locale } : {}),
      ...(audience.trim() ? { audience: audience.trim() } : {}),
    };
    props.onAdded(await http.json<DocumentBody>(paths.urls, { method: 'POST', body }));
  }
  return (
    <Dialog title={t.addUrl} onClose={props.onClose}>
      <form className="stack" onSubmit={submit(add)}>
        <p className="quiet">{t.addUrlText}</p>
        <label>
          {t.url}
          <input
            className="field"
            type="url"
            required
            pattern="https?://.+"
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </label>
        <label>
          <span>
            {t.title} <span className="quiet">({t.optional})</span>
          </span>
          <input className="field" maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <div className="field-pair">
          <LanguageField value={locale} onChange={setLocale} />
          <AudienceField value={audience} known={props.audiences} onChange={setAudience} />
        </div>
        <ProblemNote problem={problem} />
        <FormFooter submit={t.addUrl} disabled={busy} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}
