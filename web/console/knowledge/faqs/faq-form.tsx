import { useState } from 'react';
import type { FaqInputBody, GapDraftBody } from '../../../api/types.ts';
import { fill, type Locale } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ChipsInput } from '../../ui/chips-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFooter } from '../../ui/form-footer.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { percent } from '../../ui/percent.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useAction } from '../../use-action.ts';
import { Preview } from '../preview/preview.tsx';
import { type FaqDraft, writeDraft } from './faq-draft.ts';

interface Props {
  title: string;
  /** Of an FAQ that is there already. */
  id: string | null;
  draft: FaqDraft;
  first: Locale;
  /** Passages that a draft for a gap was made from; null where it was not. */
  sources: GapDraftBody['sources'] | null;
  onSave: (faq: FaqInputBody) => Promise<void>;
  onClose: () => void;
}

/** Question, answer and other wordings, a tab for each language, with the answer as customers will see it. */
export function FaqForm({ title, id, draft: given, first, sources, onSave, onClose }: Props) {
  const { t } = useSurroundings();
  const [draft, setDraft] = useState(given);
  const [language, setLanguage] = useState(first);
  const { busy, problem, submit } = useAction();
  const ready = writeDraft(draft);
  const side = draft[language];
  const lang = language === 'zh' ? 'zh-CN' : 'en';

  const save = async () => {
    if (ready) await onSave(ready);
  };
  const put = (fields: Partial<FaqDraft[Locale]>) => setDraft({ ...draft, [language]: { ...side, ...fields } });
  const tab = (value: Locale) => {
    const written = draft[value].question.trim() !== '' || draft[value].answer.trim() !== '';
    return { value, words: written ? t[value] : `${t[value]} · ${t.languageMissing}` };
  };
  return (
    <Dialog title={title} wide onClose={onClose}>
      <form className="stack faq-form" onSubmit={submit(save)}>
        {sources && <p className="note">{t.fromGap}</p>}
        <Segments label={t.contentLanguage} value={language} options={[tab('zh'), tab('en')]} onChange={setLanguage} />
        <label>
          {t.question}
          <input
            className="field"
            name="question"
            lang={lang}
            maxLength={1_000}
            value={side.question}
            onChange={(event) => put({ question: event.target.value })}
          />
        </label>
        <div className="answer-pair">
          <label>
            {t.answer}
            <textarea
              className="field"
              name="answer"
              rows={8}
              lang={lang}
              maxLength={10_000}
              value={side.answer}
              onChange={(event) => put({ answer: event.target.value })}
            />
            <span className="quiet small">{t.answerHint}</span>
          </label>
          <section aria-label={t.answerPreview}>
            <p className="small strong">{t.answerPreview}</p>
            <div className="answer-preview" lang={lang}>
              {side.answer.trim() ? (
                <Markdown text={side.answer} />
              ) : (
                <p className="quiet small">{t.answerPreviewEmpty}</p>
              )}
            </div>
          </section>
        </div>
        <ChipsInput
          key={language}
          label={t.variants}
          hint={t.variantsHint}
          lang={lang}
          values={side.variants}
          onChange={(variants) => put({ variants })}
        />
        {sources && sources.length > 0 && (
          <details open={given[first].answer === ''}>
            <summary>{t.draftSources}</summary>
            <ul className="draft-sources">
              {sources.map((source) => (
                <li key={`${source.documentId} ${source.quote}`}>
                  <blockquote>{source.quote}</blockquote>
                  <p className="quiet small">
                    {[
                      source.title,
                      source.page === null ? null : fill(t.page, { n: source.page }),
                      `${t.evidenceTitle} ${percent(source.evidence)}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          </details>
        )}
        <Preview request={ready && { faq: { ...ready, ...(id ? { id } : {}) } }} />
        <ProblemNote problem={problem} />
        <FormFooter submit={t.save} disabled={!ready || busy} onClose={onClose}>
          {!ready && <p className="quiet small">{t.faqNeeds}</p>}
        </FormFooter>
      </form>
    </Dialog>
  );
}
