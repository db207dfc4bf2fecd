import { useSurroundings } from '../surroundings.ts';

/** Where something will stand: seen only when it takes longer than a blink. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const { t } = useSurroundings();
  return (
    <div className="skeleton" role="status">
      <span className="hidden">{t.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index.toString()} aria-hidden="true" />
      ))}
    </div>
  );
}
