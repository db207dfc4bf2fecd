import { useCallback } from 'react';
import type { TurnToLabelBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { percent } from '../ui/percent.ts';

/** What is to be known of a turn at a glance. */
export function TurnMarks({ turn }: { turn: TurnToLabelBody }) {
  const { t } = useSurroundings();
  return (
    <>
      {turn.rating === 'down' && <span className="pill bad">{t.ratedDown}</span>}
      {turn.rating === 'up' && <span className="pill good">{t.ratedUp}</span>}
      {turn.unanswered && <span className="pill warm">{t.unansweredTurn}</span>}
      {turn.escalated && <span className="pill warm">{t.escalatedTurn}</span>}
      {turn.disputed && <span className="pill bad">{t.disputedTurn}</span>}
      {turn.labels.some(({ skipped }) => !skipped) && !turn.disputed && (
        <span className="pill good">{t.stateLabelled}</span>
      )}
      {turn.labels.length > 0 && turn.labels.every(({ skipped }) => skipped) && (
        <span className="pill">{t.stateSkipped}</span>
      )}
    </>
  );
}

/** The turns, the one in hand marked and in sight. */
export function TurnList(props: { turns: TurnToLabelBody[]; at: number; onChoose: (at: number) => void }) {
  const { t, locale } = useSurroundings();
  const show = useCallback((entry: HTMLLIElement | null) => entry?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <ol className="turn-list">
      {props.turns.map((turn, index) => (
        <li key={turn.turnId} ref={index === props.at ? show : null}>
          <button
            type="button"
            className="turn-entry"
            aria-current={index === props.at ? 'true' : undefined}
            onClick={() => props.onChoose(index)}
          >
            <span className="turn-text" lang={turn.language}>
              {turn.text}
            </span>
            <span className="turn-facts">
              <span className="quiet small">
                {turn.predicted.map(({ intent }) => insightName('intents', intent, locale)).join(', ')}
              </span>
              <span className="quiet small figure">{fill(t.doubtShare, { share: percent(turn.doubt) })}</span>
              <TurnMarks turn={turn} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
