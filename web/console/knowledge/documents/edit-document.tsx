import { type FormEvent, useState } from 'react';
import { asProblem, type Problem } from '../../../api/problem.ts';
import type { DocumentBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { paths } from '../paths.ts';
import { AudienceField, LanguageField } from './detail-fields.tsx';

/** Title, language and audience, changed without handing the file in again. */
export function EditDocument(props: {
  document: DocumentBody;
  audiences: string[];
  onSaved: (document: DocumentBody) => void;
  onClose: () => void;
}) {
  const { t, http } = useSurroundings();
  const { document } = props;
  const [title, setTitle] = useState(document.title);
  const [locale, setLocale] = useState(document.locale);
  const [audience, setAudience] = useState(document.audience);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const body = { title: title.trim(), locale, audience: audience.trim() || 'public' };
    try {
      props.onSaved(await http.json<DocumentBody>(paths.document(document.id), { method: 'PATCH', body }));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }
  return (
    <Dialog title={t.editDocument} onClose={props.onClose}>
      <form className="stack" onSubmit={submit}>
        <label>
          {t.title}
          <input
            className="field"
            required
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <div className="field-pair">
          <LanguageField value={locale} onChange={setLocale} />
          <AudienceField value={audience} known={props.audiences} onChange={setAudience} />
        </div>
        <ProblemNote problem={problem} />
        <footer>
          <button type="button" className="button" onClick={props.onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="button primary" disabled={busy || title.trim() === ''}>
            {t.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
