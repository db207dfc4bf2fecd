import type { DocumentBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import { percent } from '../../ui/percent.ts';
import { pageRanges } from './document-facts.ts';
import { faultWords, warningWords } from './fault-words.ts';

const STEPS = ['load', 'split', 'embed', 'publish'];
const stepWords = (t: ConsoleDictionary): Record<string, string> => ({
  load: t.stepLoad,
  split: t.stepSplit,
  embed: t.stepEmbed,
  publish: t.stepPublish,
});

function Progress({ document }: { document: DocumentBody }) {
  const { t } = useSurroundings();
  const { status, step, progress, pages, liveVersion } = document;
  const at = STEPS.indexOf(step ?? '');
  const words = status === 'queued' ? t.statusQueued : (stepWords(t)[step ?? ''] ?? t.statusProcessing);
  return (
    <div className="progress">
      <span className="progress-words">
        {words}
        {liveVersion === null && pages !== null && status === 'processing' && (
          <span className="quiet">{fill(t.pagesSoFar, { n: pages })}</span>
        )}
        <span className="figure quiet">{percent(progress)}</span>
      </span>
      <span
        className="steps"
        role="progressbar"
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress * 100)}
      >
        {STEPS.map((each, index) => (
          <span
            key={each}
            title={stepWords(t)[each]}
            className={index < at ? 'step done' : index === at ? 'step now' : 'step'}
          />
        ))}
      </span>
    </div>
  );
}

/** What was noticed while a file was read, with the pages it is about. */
export function Warnings({ document }: { document: DocumentBody }) {
  const { t } = useSurroundings();
  const { warnings } = document;
  if (warnings.length === 0) return null;
  return (
    <details className="warnings">
      <summary>
        <Icon name="gap" />
        {warnings.length === 1 ? t.warningOne : fill(t.warningCount, { n: warnings.length })}
      </summary>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code}${warning.message}`}>
            {warningWords(t, warning)}
            {warning.pages && warning.pages.length > 0 && (
              <> {fill(t.pagesList, { pages: pageRanges(warning.pages) })}</>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where a document stands: its step while it is worked on, else its state with what a person should know. */
export function DocumentState({ document }: { document: DocumentBody }) {
  const { t, locale } = useSurroundings();
  const { status, error, liveVersion, version } = document;
  const behind = liveVersion !== null && liveVersion !== version;
  const note = behind && <p className="quiet small">{fill(t.stillAnswers, { n: liveVersion })}</p>;
  switch (status) {
    case 'ready':
      return <span className="pill good">{t.statusReady}</span>;
    case 'review':
      return (
        <div>
          <span className="pill warm">{t.statusReview}</span>
          {note}
        </div>
      );
    case 'failed':
      return (
        <div>
          <span className="pill bad">{t.statusFailed}</span>
          <p className="fault">{error ? faultWords(t, locale, error) : t.faultUnknown}</p>
          {note}
        </div>
      );
    default:
      return (
        <div>
          <Progress document={document} />
          {note}
        </div>
      );
  }
}
