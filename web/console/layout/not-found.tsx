import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** At an address without a page, or whose page is another role's. */
export function NotFound() {
  const { t } = useSurroundings();
  return (
    <EmptyState icon="search" title={t.notFound} text={t.notFoundText}>
      <Link to="" className="button small">
        {t.toStart}
      </Link>
    </EmptyState>
  );
}
