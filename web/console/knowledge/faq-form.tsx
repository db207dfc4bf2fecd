import { type FormEvent, useState } from 'react';
import { asProblem, type Problem } from '../../api/problem.ts';
import type { FaqInputBody } from '../../api/types.ts';
import type { Locale } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { type FaqDraft, writeDraft } from './faq-draft.ts';

interface Props {
  title: string;
  draft: FaqDraft;
  onSave: (faq: FaqInputBody) => Promise<void>;
  onClose: () => void;
}

/** Question, answer and other wordings, Chinese beside English. */
export function FaqForm({ title, draft: first, onSave, onClose }: Props) {
  const { t, locale } = useSurroundings();
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const ready = writeDraft(draft);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSave(ready);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }
  const put = (language: Locale, field: keyof FaqDraft[Locale], value: string) =>
    setDraft({ ...draft, [language]: { ...draft[language], [field]: value } });
  const order: Locale[] = locale === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  return (
    <Dialog title={title} wide onClose={onClose}>
      <form onSubmit={submit}>
        <div className="faq-columns">
          {order.map((language) => (
            <fieldset key={language} lang={language === 'zh' ? 'zh-CN' : 'en'}>
              <legend>{t[language]}</legend>
              <label>
                {t.question}
                <input
                  className="field"
                  value={draft[language].question}
                  onChange={(event) => put(language, 'question', event.target.value)}
                />
              </label>
              <label>
                {t.answer}
                <textarea
                  className="field"
                  rows={5}
                  value={draft[language].answer}
                  onChange={(event) => put(language, 'answer', event.target.value)}
                />
              </label>
              <label>
                {t.variants}
                <textarea
                  className="field"
                  rows={3}
                  value={draft[language].variants}
                  onChange={(event) => put(language, 'variants', event.target.value)}
                />
                <span className="quiet small">{t.variantsHint}</span>
              </label>
            </fieldset>
          ))}
        </div>
        <ProblemNote problem={problem} />
        <footer>
          {!ready && <p className="quiet small">{t.faqNeeds}</p>}
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="button primary" disabled={!ready || busy}>
            {t.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
