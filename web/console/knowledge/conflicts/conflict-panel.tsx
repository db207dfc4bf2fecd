import { useState } from 'react';
import type { ConflictGroupBody, ConflictPointBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { percent } from '../../ui/percent.ts';
import { Version } from './conflict-version.tsx';

const AT_ONCE = 3;

/** Sets aside, or brings back, what has this id. */
export type Settle = (id: string) => void;

function SettleButton(props: { words: string; about: string; onPress: () => void }) {
  return (
    <button
      type="button"
      className="button small"
      aria-label={`${props.words}: ${props.about}`}
      onClick={props.onPress}
    >
      {props.words}
    </button>
  );
}

function Point(props: { point: ConflictPointBody; settleWords: string; onSettle: Settle }) {
  const { t } = useSurroundings();
  const { point } = props;
  const values = point.versions.flatMap(({ value }) => value ?? []);
  const what = values.length > 0 ? values.join(t.versus) : fill(t.saysSame, { percent: percent(point.similarity) });
  return (
    <li className="conflict-point">
      <div className="spread">
        <p>
          <strong>{what}</strong>
          {point.about && (
            <span className="quiet small conflict-about">{fill(t.conflictAbout, { words: point.about })}</span>
          )}
        </p>
        <SettleButton words={props.settleWords} about={what} onPress={() => props.onSettle(point.id)} />
      </div>
      <div className="conflict-pair">
        {point.versions.map((version) => (
          <Version key={version.value ?? version.places[0]?.quote} version={version} />
        ))}
      </div>
    </li>
  );
}

/** The points in which the same sources do not say the same, or say it twice, and what to do about it. */
export function ConflictPanel(props: { group: ConflictGroupBody; dismissed: boolean; onSettle: Settle }) {
  const { t } = useSurroundings();
  const { group, dismissed, onSettle } = props;
  const [all, setAll] = useState(false);
  const { kind, points, pointCount, sourceCount, titles } = group;
  const names = titles.join(t.listComma);
  const more = sourceCount - titles.length;
  const hint =
    kind === 'duplicate' ? t.mendDuplicates : sourceCount === 2 && pointCount > 1 ? t.mendVersions : t.mendPoint;
  return (
    <li className="panel conflict">
      <div className="spread">
        <h2>
          <span className={kind === 'contradiction' ? 'pill bad' : 'pill warm'}>
            {kind === 'contradiction' ? t.kindConflict : t.duplicates}
          </span>{' '}
          {more > 0 ? fill(t.sourcesAndMore, { names, n: more }) : names}
          {pointCount > 1 && <span className="quiet small"> {fill(t.pointsOf, { n: pointCount })}</span>}
        </h2>
        {pointCount > 1 && (
          <SettleButton
            words={dismissed ? t.restoreAll : t.dismissAll}
            about={names}
            onPress={() => onSettle(group.id)}
          />
        )}
      </div>
      {!dismissed && <p className="quiet small">{hint}</p>}
      <ul className="conflict-points">
        {points.slice(0, all ? points.length : AT_ONCE).map((point) => (
          <Point key={point.id} point={point} settleWords={dismissed ? t.restore : t.dismiss} onSettle={onSettle} />
        ))}
      </ul>
      {!all && points.length > AT_ONCE && (
        <p className="table-more">
          <button type="button" className="button small" onClick={() => setAll(true)}>
            {fill(t.morePoints, { n: pointCount - AT_ONCE })}
          </button>
        </p>
      )}
      {all && pointCount > points.length && (
        <p className="quiet small">{fill(t.pointsNotShown, { n: pointCount - points.length })}</p>
      )}
    </li>
  );
}
