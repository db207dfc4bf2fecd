import type { ChunkBody, DocumentBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../use-action.ts';
import { paths } from '../paths.ts';
import { Preview } from '../preview/preview.tsx';
import { compareChunks } from './choose-chunks.ts';
import { useChunks } from './use-chunks.ts';

function Changed({ chunks, kind }: { chunks: ChunkBody[]; kind: 'added' | 'gone' }) {
  const { t } = useSurroundings();
  return chunks.map((chunk) => (
    <li key={chunk.id} className={`chunk ${kind}`}>
      <p className="chunk-head">
        <span className={kind === 'added' ? 'pill good' : 'pill bad'}>{t[kind]}</span>
        {[chunk.heading, chunk.page === null ? null : fill(t.page, { n: chunk.page })].filter(Boolean).join(' · ')}
      </p>
      <Markdown text={chunk.text} />
    </li>
  ));
}

/** The held version against the one that answers: changed passages, changed answers, then publish or discard. */
export function ReviewView(props: { document: DocumentBody; onSettled: (document: DocumentBody) => void }) {
  const { t, http } = useSurroundings();
  const { id, version, liveVersion } = props.document;
  const before = useChunks(id, liveVersion);
  const after = useChunks(id, version);
  const { busy, problem, run } = useAction();
  const changes = before.data && after.data && compareChunks(before.data, after.data);

  const settle = (how: 'publish' | 'discard') =>
    run(async () => props.onSettled(await http.json<DocumentBody>(`${paths.document(id)}/${how}`, { method: 'POST' })));
  return (
    <div className="review">
      <section className="panel review-head">
        <div>
          <h2>{fill(t.reviewTitle, { n: version })}</h2>
          <p className="quiet">{t.reviewText}</p>
        </div>
        <div className="review-actions">
          <button
            type="button"
            className="button"
            title={t.discardText}
            disabled={busy}
            onClick={() => void settle('discard')}
          >
            {fill(t.discard, { n: version })}
          </button>
          <button type="button" className="button primary" disabled={busy} onClick={() => void settle('publish')}>
            {fill(t.publish, { n: version })}
          </button>
        </div>
      </section>
      <ProblemNote problem={problem ?? before.problem ?? after.problem} />
      <section className="panel stack">
        <h2>{t.whatChanges}</h2>
        <Preview request={{ documentId: id, version }} atOnce />
      </section>
      <section className="panel stack">
        <h2>{t.compare}</h2>
        {!changes && <Skeleton rows={2} />}
        {changes && (
          <>
            <p className="quiet">
              {changes.added.length + changes.gone.length === 0
                ? t.nothingChanged
                : fill(t.chunksCompared, {
                    same: changes.same,
                    added: changes.added.length,
                    gone: changes.gone.length,
                  })}
            </p>
            <ol className="changed">
              <Changed chunks={changes.gone} kind="gone" />
              <Changed chunks={changes.added} kind="added" />
            </ol>
          </>
        )}
      </section>
    </div>
  );
}
