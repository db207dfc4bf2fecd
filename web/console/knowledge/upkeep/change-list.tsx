import type { KnowledgeChangeBody } from '../../../api/types.ts';
import type { ConsoleDictionary } from '../../i18n/dictionary.ts';
import { Link } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';

const ACTIONS: Record<KnowledgeChangeBody['action'], keyof ConsoleDictionary> = {
  created: 'changeCreated',
  replaced: 'changeReplaced',
  updated: 'changeUpdated',
  retried: 'changeRetried',
  published: 'changePublished',
  discarded: 'changeDiscarded',
  removed: 'changeRemoved',
  imported: 'changeImported',
  dismissed: 'changeDismissed',
  restored: 'changeRestored',
};
const KINDS: Record<KnowledgeChangeBody['kind'], keyof ConsoleDictionary> = {
  document: 'kindDocument',
  faq: 'kindFaq',
  product: 'kindProduct',
  term: 'kindTerm',
  gap: 'kindGap',
  conflict: 'kindConflict',
};

/** Who changed what and when, newest first. */
export function ChangeList({ changes, withKind = true }: { changes: KnowledgeChangeBody[]; withKind?: boolean }) {
  const { t, format } = useSurroundings();
  return (
    <ol className="changes">
      {changes.map((change) => (
        <li key={change.id}>
          <time className="quiet small" dateTime={change.at}>
            {format.moment(change.at)}
          </time>
          <p>
            <span className="strong">{change.by?.name ?? t.program}</span> {t[ACTIONS[change.action]]}{' '}
            {withKind && <span className="quiet">{t[KINDS[change.kind]]} </span>}
            {change.kind === 'document' && change.action !== 'removed' && withKind ? (
              <Link to={`knowledge/documents/${encodeURIComponent(change.subjectId)}`}>{change.title}</Link>
            ) : (
              change.title
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
