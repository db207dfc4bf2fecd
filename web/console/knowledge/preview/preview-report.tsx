import type { PreviewReportBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { percent } from '../../ui/percent.ts';

type Question = PreviewReportBody['questions'][number];

function Answer({ words, answer }: { words: string; answer: Question['before'] }) {
  const { t } = useSurroundings();
  const verdicts = { answer: t.verdictAnswer, clarify: t.verdictClarify, decline: t.verdictDecline };
  const { citation, verdict, evidence } = answer;
  return (
    <div className="preview-answer">
      <p className="quiet small">
        {words} · {verdicts[verdict]} · {t.evidenceTitle} {percent(evidence)}
      </p>
      {citation && verdict !== 'decline' ? (
        <>
          <blockquote>{citation.quote}</blockquote>
          <p className="quiet small">
            {[citation.title, citation.page === null ? null : fill(t.page, { n: citation.page })]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      ) : (
        <p className="quiet">{t.nothingCited}</p>
      )}
    </div>
  );
}

/** Questions of customers that a change would answer differently, now beside then. */
export function PreviewReport({ report }: { report: PreviewReportBody }) {
  const { t } = useSurroundings();
  const { questions, checked, truncated } = report;
  const changes: Record<Question['change'], [string, string]> = {
    now_answered: [t.nowAnswered, 'pill good'],
    no_longer_answered: [t.noLongerAnswered, 'pill bad'],
    other_source: [t.otherSource, 'pill warm'],
    other_text: [t.otherText, 'pill'],
  };
  const summary =
    checked === 0
      ? t.previewNone
      : questions.length === 0
        ? fill(t.previewNothing, { n: checked })
        : fill(t.previewSome, { n: questions.length, all: checked });
  return (
    <>
      <p className={questions.length > 0 ? 'strong' : 'quiet'}>{summary}</p>
      {truncated && <p className="quiet small">{t.previewTruncated}</p>}
      <ul className="preview-questions">
        {questions.map((question) => {
          const [words, look] = changes[question.change];
          return (
            <li key={question.question}>
              <p className="preview-question">
                <span className={look}>{words}</span>
                <strong lang={question.language === 'zh' ? 'zh-CN' : 'en'}>{question.question}</strong>
                {question.count > 1 && <span className="quiet small">{fill(t.askedTimes, { n: question.count })}</span>}
              </p>
              <div className="preview-pair">
                <Answer words={t.before} answer={question.before} />
                <Answer words={t.after} answer={question.after} />
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
