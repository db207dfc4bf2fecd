import { useSurroundings } from '../surroundings.ts';
import type { Pages } from '../use-pages.ts';

/** Asks for the next page of a list. */
export function MoreRows({ pages }: { pages: Pick<Pages<never>, 'hasMore' | 'busy' | 'more'> }) {
  const { t } = useSurroundings();
  return pages.hasMore ? (
    <p className="table-more">
      <button type="button" className="button small" disabled={pages.busy} onClick={() => void pages.more()}>
        {t.more}
      </button>
    </p>
  ) : null;
}
