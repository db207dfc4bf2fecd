import { useState } from 'react';
import type { DocumentBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFooter } from '../../ui/form-footer.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';
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
  const { busy, problem, submit } = useAction();

  async function save() {
    const body = { title: title.trim(), locale, audience: audience.trim() || 'public' };
    props.onSaved(await http.json<DocumentBody>(paths.document(document.id), { method: 'PATCH', body }));
  }
  return (
    <Dialog title={t.editDocument} onClose={props.onClose}>
      <form className="stack" onSubmit={submit(save)}>
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
        <FormFooter submit={t.save} disabled={busy || title.trim() === ''} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}
