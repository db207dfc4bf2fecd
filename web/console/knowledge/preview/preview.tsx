import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '../../../api/problem.ts';
import type { PreviewReportBody, PreviewRequestBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { paths } from '../paths.ts';
import './preview.css';
import { PreviewReport } from './preview-report.tsx';

/** Asks recent questions again as if a change were made, and shows those that would be answered differently. */
export function Preview(props: { request: PreviewRequestBody | null; atOnce?: boolean }) {
  const { t, http } = useSurroundings();
  const { request, atOnce = false } = props;
  const [report, setReport] = useState<PreviewReportBody | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const end = useRef<AbortController | null>(null);
  const key = JSON.stringify(request);

  const run = useCallback(async () => {
    end.current?.abort();
    const own = new AbortController();
    end.current = own;
    setBusy(true);
    setProblem(null);
    try {
      const { signal } = own;
      setReport(await http.json<PreviewReportBody>(paths.preview, { method: 'POST', body: JSON.parse(key), signal }));
    } catch (error) {
      if (own.signal.aborted) return;
      setProblem(asProblem(error));
    }
    setBusy(false);
  }, [http, key]);
  useEffect(() => {
    setReport(null);
    if (atOnce) void run();
    return () => {
      end.current?.abort();
      setBusy(false);
    };
  }, [atOnce, run]);

  return (
    <div className="preview" aria-live="polite">
      {!atOnce && !report && (
        <button type="button" className="button small" disabled={busy || !request} onClick={() => void run()}>
          {t.whatChanges}
        </button>
      )}
      {busy && (
        <p className="sending">
          <progress aria-label={t.previewing} />
          <span className="quiet small">{fill(t.previewing, {})}…</span>
        </p>
      )}
      <ProblemNote problem={problem} onRetry={() => void run()} />
      {report && !busy && <PreviewReport report={report} />}
    </div>
  );
}
