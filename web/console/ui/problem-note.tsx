import type { Problem } from '../../api/problem.ts';
import { problemWords } from '../i18n/problems.ts';
import { useSurroundings } from '../surroundings.ts';

/** What went wrong, in the reader's language, with a way to try again where there is one. */
export function ProblemNote({ problem, onRetry }: { problem: Problem | null; onRetry?: () => void }) {
  const { t, locale } = useSurroundings();
  if (!problem) return null;
  return (
    <div className="problem" role="alert">
      <span>{problemWords(t, locale, problem)}</span>
      {onRetry && (
        <button type="button" className="button small" onClick={onRetry}>
          {t.tryAgain}
        </button>
      )}
    </div>
  );
}
