import type { DisagreementBody, ShadowBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { percent } from '../ui/percent.ts';
import { useLoad } from '../use-load.ts';
import { usePolling } from '../use-polling.ts';
import { paths } from './paths.ts';

const LOOK_MS = 3_000;

/** A candidate beside the model at work: how often they agree, and the turns on which they don't. */
export function ShadowPanel(props: { shadow: ShadowBody; onStop: () => void; onLook: () => void }) {
  const { t, locale, http } = useSurroundings();
  const { id, version, turns, agreed, dropped } = props.shadow;
  // As long as the counts stay there is nothing new to read.
  const { data } = useLoad(`${id} ${turns}`, (signal) =>
    http.json<DisagreementBody[]>(paths.disagreements(id), { signal }),
  );
  usePolling(true, LOOK_MS, props.onLook);
  return (
    <section className="panel stack">
      <div className="spread">
        <div>
          <h2 className="side-title">{fill(t.shadowTitle, { version })}</h2>
          <p className="quiet small">{t.shadowText}</p>
        </div>
        <button type="button" className="button small" onClick={props.onStop}>
          {t.stopShadow}
        </button>
      </div>
      {turns === 0 && <p className="quiet">{t.shadowNothing}</p>}
      {turns > 0 && (
        <>
          <p className="figure">{fill(t.shadowCounts, { turns, agreed, dropped })}</p>
          <span className="agreement" aria-hidden="true">
            <span className="bar next" style={{ inlineSize: percent(agreed / turns) }} />
          </span>
        </>
      )}
      {data && data.length > 0 && (
        <details open>
          <summary>{t.disagreements}</summary>
          <ul className="changed-texts" tabIndex={0}>
            {data.map((one) => (
              <li key={one.turnId}>
                <span lang={one.language}>{one.text}</span>
                <span className="quiet small">
                  {insightName('intents', one.current, locale)} {percent(one.currentConfidence)} →{' '}
                  <strong>{insightName('intents', one.candidate, locale)}</strong> {percent(one.candidateConfidence)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
