import type { DocumentBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { Link } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import { kindOf } from './document-facts.ts';
import { DocumentState, Warnings } from './document-state.tsx';
import { isWorthRetrying } from './fault-words.ts';

export interface DocumentActions {
  replace: (document: DocumentBody) => void;
  edit: (document: DocumentBody) => void;
  remove: (document: DocumentBody) => void;
  retry: (document: DocumentBody) => void;
}

/** A document in the list: what it is, where it stands, and what may be done with it. */
export function DocumentRow(props: {
  document: DocumentBody;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  actions: DocumentActions;
}) {
  const { t, format } = useSurroundings();
  const { document, chosen, onChoose, actions } = props;
  const { title, status, fileName, source, locale, audience, pages, chunks, version, lastSyncedAt } = document;
  const sources = { upload: t.sourceUpload, url: t.sourceUrl, seed: t.sourceSeed };
  const about = [
    fileName === title ? null : fileName,
    sources[source],
    locale ? t[locale] : null,
    audience === 'public' ? null : fill(t.audienceIs, { name: audience }),
    document.updatedBy ? fill(t.by, { name: document.updatedBy }) : null,
  ];
  const action = (icon: 'refresh' | 'edit' | 'trash', words: string, act: (document: DocumentBody) => void) => (
    <button
      type="button"
      className="icon-button"
      title={words}
      aria-label={`${words}: ${title}`}
      onClick={() => act(document)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <tr className={chosen ? 'chosen' : undefined}>
      <td className="choose">
        <input
          type="checkbox"
          checked={chosen}
          aria-label={fill(t.selectOne, { title })}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </td>
      <td className="title">
        <span className="kind" aria-hidden="true">
          {kindOf(document)}
        </span>
        <div>
          <span lang={document.locale ?? undefined}>
            <Link to={`knowledge/documents/${encodeURIComponent(document.id)}`} className="strong title-link">
              {title}
            </Link>
          </span>
          <p className="quiet small">{about.filter(Boolean).join(' · ')}</p>
          <Warnings document={document} />
        </div>
      </td>
      <td className="state">
        <DocumentState document={document} />
        {status === 'failed' && (
          <p className="fault-actions">
            {isWorthRetrying(document) && (
              <button type="button" className="button small" onClick={() => actions.retry(document)}>
                {t.tryAgain}
              </button>
            )}
            <button type="button" className="button small" onClick={() => actions.replace(document)}>
              {t.replace}
            </button>
          </p>
        )}
      </td>
      <td className="figure" data-label={t.columnVersion}>
        {version}
      </td>
      <td className="figure" data-label={t.columnPages}>
        {pages ?? '–'}
      </td>
      <td className="figure" data-label={t.columnChunks}>
        {chunks ?? '–'}
      </td>
      <td className="sync quiet" data-label={t.columnSync}>
        {lastSyncedAt ? format.moment(lastSyncedAt) : '–'}
      </td>
      <td className="row-actions">
        {source === 'url'
          ? action('refresh', t.fetchAgain, actions.retry)
          : action('refresh', t.replace, actions.replace)}
        {action('edit', t.editDocument, actions.edit)}
        {action('trash', t.remove, actions.remove)}
      </td>
    </tr>
  );
}
