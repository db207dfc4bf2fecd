import type { Problem } from '../../api/problem.ts';
import { useSurroundings } from '../surroundings.ts';

/** What went wrong, in the server's words, with a way to try again where there is one. */
export function ProblemNote({ problem, onRetry }: { problem: Problem | null; onRetry?: () => void }) {
  const { t } = useSurroundings();
  if (!problem) return null;
  return (
    <div className="problem" role="alert">
      <span>{problem.code === 'network' ? t.networkFault : problem.message}</span>
      {onRetry && (
        <button type="button" className="button small" onClick={onRetry}>
          {t.tryAgain}
        </button>
      )}
    </div>
  );
}
