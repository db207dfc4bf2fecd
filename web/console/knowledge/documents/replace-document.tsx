import { type FormEvent, useRef, useState } from 'react';
import { asProblem, type Problem } from '../../../api/problem.ts';
import type { DocumentBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFooter } from '../../ui/form-footer.tsx';
import { percent } from '../../ui/percent.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { paths } from '../paths.ts';
import { ACCEPTED } from '../uploads/upload-zone.tsx';

/** A new file for a document: it takes over when it is ready, or is held for review first. */
export function ReplaceDocument(props: {
  document: DocumentBody;
  onReplaced: (document: DocumentBody) => void;
  onClose: () => void;
}) {
  const { t, upload } = useSurroundings();
  const { document } = props;
  const [file, setFile] = useState<File | null>(null);
  const [review, setReview] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const end = useRef(new AbortController());
  const mayHold = document.liveVersion !== null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!file) return;
    setSent(0);
    setProblem(null);
    const form = new FormData();
    form.set('review', review && mayHold ? 'true' : 'false');
    form.set('file', file);
    const { signal } = end.current;
    try {
      const path = paths.document(document.id);
      props.onReplaced(await upload<DocumentBody>({ path, method: 'PUT', form, onProgress: setSent, signal }));
    } catch (error) {
      if (signal.aborted) return;
      setProblem(asProblem(error));
      setSent(null);
    }
  }
  const close = () => {
    end.current.abort();
    props.onClose();
  };
  return (
    <Dialog title={`${t.replace}: ${document.title}`} onClose={close}>
      <form className="stack" onSubmit={submit}>
        <p className="quiet">{t.replaceText}</p>
        <label>
          {t.newFile}
          <input
            className="field"
            type="file"
            required
            accept={ACCEPTED}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </label>
        {mayHold && (
          <label className="check">
            <input type="checkbox" checked={review} onChange={(event) => setReview(event.target.checked)} />
            <span>
              <span className="strong">{t.reviewFirst}</span>
              <span className="quiet small">{t.reviewFirstText}</span>
            </span>
          </label>
        )}
        {sent !== null && (
          <p className="sending">
            <progress max={1} value={sent} aria-label={t.upload} />
            <span className="quiet small">{fill(t.uploadSending, { percent: percent(sent) })}</span>
          </p>
        )}
        <ProblemNote problem={problem} />
        <FormFooter submit={review && mayHold ? t.hold : t.upload} disabled={!file || sent !== null} onClose={close} />
      </form>
    </Dialog>
  );
}
