import { usePath } from '../router.tsx';
import { CasePage } from './case-page.tsx';
import { ComparePage } from './compare-page.tsx';
import { RunPage } from './run-page.tsx';
import { RunsPage } from './runs-page.tsx';
import { TracePage } from './trace-page.tsx';
import '../../trace/trace.css';
import './qa.css';

/** Runs of the evals: the list, one of them, two beside each other, a case through them; and a customer's turn. */
export default function EvalsPage() {
  const [, kind, id] = usePath().split('/');
  if (kind === 'run' && id) return <RunPage key={id} id={decodeURIComponent(id)} />;
  if (kind === 'compare') return <ComparePage />;
  if (kind === 'case') return <CasePage />;
  if (kind === 'trace' && id) return <TracePage key={id} id={decodeURIComponent(id)} />;
  return <RunsPage />;
}
