import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';

/** "3 newly failing", "1 newly passing"; nothing where nothing changed. */
export function ChangedCounts(props: { failing: number | null; passing: number | null }) {
  const { t } = useSurroundings();
  return (
    <span className="changed-counts">
      {!!props.failing && <span className="pill bad">{fill(t.newlyFailing, { n: props.failing })}</span>}
      {!!props.passing && <span className="pill good">{fill(t.newlyPassing, { n: props.passing })}</span>}
    </span>
  );
}
