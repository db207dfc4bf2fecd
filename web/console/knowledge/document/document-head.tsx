import type { RefObject } from 'react';
import type { DocumentBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { Link } from '../../router.tsx';
import { saveFile } from '../../save-file.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAction } from '../../use-action.ts';
import { kindOf } from '../documents/document-facts.ts';
import { DocumentState, Warnings } from '../documents/document-state.tsx';
import { isWorthRetrying } from '../documents/fault-words.ts';
import { paths } from '../paths.ts';
import { fileSize } from './file-size.ts';

export interface HeadActions {
  replace: () => void;
  edit: () => void;
  remove: () => void;
  retry: () => void;
}

/** A document's name, where it stands, its facts, and what may be done with it. */
export function DocumentHead(props: {
  document: DocumentBody;
  title: RefObject<HTMLHeadingElement | null>;
  actions: HeadActions;
}) {
  const { t, format, http } = useSurroundings();
  const { document, actions } = props;
  const { problem: fault, run } = useAction();
  const { id, title, status, fileName, locale, audience, source, url, bytes, version, pages, chunks } = document;
  const sources = { upload: t.sourceUpload, url: t.sourceUrl, seed: t.sourceSeed };
  const download = () => void run(() => saveFile(http, paths.documentFile(id), fileName ?? title));
  const facts: Array<[string, string | number | null]> = [
    [t.columnVersion, version],
    [t.columnPages, pages],
    [t.columnChunks, chunks],
    [t.columnSync, document.lastSyncedAt && format.moment(document.lastSyncedAt)],
    [t.contentLanguage, locale ? t[locale] : t.anyLanguage],
    [t.audience, audience === 'public' ? t.audiencePublic : audience],
  ];
  const origin = [
    fileName === title ? null : fileName,
    bytes === null ? null : fileSize(bytes),
    sources[source],
    document.updatedBy ? fill(t.by, { name: document.updatedBy }) : null,
  ];
  return (
    <header className="document-head">
      <Link to="knowledge/documents" className="plain back">
        <Icon name="left" />
        {t.backToDocuments}
      </Link>
      <div className="document-title">
        <span className="kind" aria-hidden="true">
          {kindOf(document)}
        </span>
        <h1 tabIndex={-1} ref={props.title}>
          {title}
        </h1>
        <div className="document-actions">
          {status === 'failed' && isWorthRetrying(document) && (
            <button type="button" className="button small" onClick={actions.retry}>
              {t.tryAgain}
            </button>
          )}
          <button type="button" className="button small" onClick={actions.replace}>
            <Icon name="refresh" />
            {t.replace}
          </button>
          <button type="button" className="icon-button" title={t.download} aria-label={t.download} onClick={download}>
            <Icon name="download" />
          </button>
          <button
            type="button"
            className="icon-button"
            title={t.editDocument}
            aria-label={t.editDocument}
            onClick={actions.edit}
          >
            <Icon name="edit" />
          </button>
          <button type="button" className="icon-button" title={t.remove} aria-label={t.remove} onClick={actions.remove}>
            <Icon name="trash" />
          </button>
        </div>
      </div>
      <div className="document-about">
        <DocumentState document={document} />
        <dl aria-label={t.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value ?? '–'}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className="quiet small">
        {origin.filter(Boolean).join(' · ')}
        {url && (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noopener noreferrer nofollow">
              {url}
            </a>
          </>
        )}
      </p>
      <Warnings document={document} />
      {fault && (
        <p className="problem" role="alert">
          {t.networkFault}
        </p>
      )}
    </header>
  );
}
