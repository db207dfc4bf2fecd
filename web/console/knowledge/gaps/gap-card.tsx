import type { GapBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { Link } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { percent } from '../../ui/percent.ts';
import { Sparkline } from './sparkline.tsx';

/** One matter that customers asked about: how often, in which words, where, and what to do about it. */
export function GapCard(props: { gap: GapBody; onDismiss: () => void; onRestore: () => void }) {
  const { t, format, staff } = useSurroundings();
  const { gap } = props;
  // Conversations are the desk's: only its people read them.
  const mayRead = staff.role === 'agent' || staff.role === 'admin';
  const others = gap.examples.filter((text) => text !== gap.question);
  const languages = (['zh', 'en'] as const).filter((language) => gap.languages[language] > 0);
  const about = [
    gap.count === 1 ? t.gapOnce : fill(t.gapCount, { n: gap.count }),
    fill(t.gapLast, { time: format.moment(gap.lastAskedAt) }),
    languages.map((language) => `${t[language]} ${gap.languages[language]}`).join(', '),
    fill(t.gapEvidence, { percent: percent(gap.evidence) }),
  ];
  const draft = new URLSearchParams({ gap: gap.id, question: gap.question, language: gap.language });
  const bench = new URLSearchParams({ q: gap.question });
  return (
    <li className="panel gap">
      <span className="rank" aria-hidden="true">
        {gap.count}
      </span>
      <div className="gap-main">
        <h2 lang={gap.language === 'zh' ? 'zh-CN' : 'en'}>{gap.question}</h2>
        <p className="quiet small">
          <span className={gap.kind === 'disliked' ? 'pill bad' : 'pill warm'}>
            {gap.kind === 'disliked' ? t.gapDisliked : t.gapUnanswered}
          </span>{' '}
          {gap.status === 'answered' && <span className="pill good">{t.gapStatusAnswered}</span>}{' '}
          {about.filter(Boolean).join(' · ')}
        </p>
        {(others.length > 0 || gap.questions.length > 0) && (
          <details>
            <summary>{t.gapExamples}</summary>
            <ul className="gap-questions">
              {gap.questions.map((asked) => (
                <li key={asked.messageId}>
                  <span lang={asked.language === 'zh' ? 'zh-CN' : 'en'}>{asked.question}</span>
                  {mayRead ? (
                    <Link
                      to={`desk/${encodeURIComponent(asked.conversationId)}`}
                      aria-label={fill(t.openConversation, { time: format.moment(asked.askedAt) })}
                    >
                      {format.moment(asked.askedAt)}
                    </Link>
                  ) : (
                    <time className="quiet small" dateTime={asked.askedAt}>
                      {format.moment(asked.askedAt)}
                    </time>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <Sparkline weeks={gap.weeks} />
      <div className="gap-actions">
        {gap.status === 'dismissed' ? (
          <button type="button" className="button small" onClick={props.onRestore}>
            {t.restore}
          </button>
        ) : (
          <>
            <Link to={`knowledge/faqs?${draft}`} className="button small primary">
              {t.makeFaq}
            </Link>
            <Link to={`knowledge/search?${bench}`} className="button small">
              {t.testIt}
            </Link>
            <button type="button" className="plain" onClick={props.onDismiss}>
              {t.dismiss}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
