import type { TurnToLabelBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';

/** Who labelled the turn before and how; where they differ, one can be made to count. */
export function TurnLabels(props: {
  turn: TurnToLabelBody;
  onSettle: (labelId: string) => void;
  onTakeBack: (() => void) | undefined;
}) {
  const { t, locale, format } = useSurroundings();
  const { labels, disputed } = props.turn;
  if (labels.length === 0) return null;
  return (
    <section className={disputed ? 'turn-labels disputed' : 'turn-labels'} aria-label={t.othersLabels}>
      <ul>
        {labels.map((label) => (
          <li key={label.id}>
            <span className="strong">
              {label.requests.map(({ intent }) => insightName('intents', intent, locale)).join(', ')}
            </span>
            <span className="quiet small">
              {fill(label.skipped ? t.skippedBy : t.labelledBy, {
                name: label.labeller,
                time: format.moment(label.updatedAt),
              })}
            </span>
            {label.settles && <span className="pill good">{t.settledLabel}</span>}
            {disputed && !label.skipped && (
              <button type="button" className="button small" onClick={() => props.onSettle(label.id)}>
                {t.settleLabel}
              </button>
            )}
          </li>
        ))}
      </ul>
      {props.onTakeBack && (
        <button type="button" className="plain" onClick={props.onTakeBack}>
          {t.takeBack}
        </button>
      )}
    </section>
  );
}
