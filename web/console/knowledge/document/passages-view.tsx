import { useState } from 'react';
import type { ChunkBody, DocumentBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useQuery } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../use-action.ts';
import { kindOf } from '../documents/document-facts.ts';
import { paths } from '../paths.ts';
import { ChunkList } from './chunk-list.tsx';
import { PdfPages } from './pdf/pdf-pages.tsx';
import { useChunks } from './use-chunks.ts';

/** A document's pages beside its passages: choosing a passage shows where it stands, choosing a page its passages.
 * The address may name one: ?passage=ID or ?page=3. */
export function PassagesView({ document }: { document: DocumentBody }) {
  const { t, http } = useSurroundings();
  const quoting = useAction();
  const asked = useQuery();
  const { id, version, liveVersion, status } = document;
  const held = status === 'review';
  const [wanted, setWanted] = useState<'live' | 'new'>(liveVersion === null ? 'new' : 'live');
  const shownVersion = held && wanted === 'new' ? version : liveVersion;
  const { data, problem, reload } = useChunks(id, shownVersion);
  const [chosen, setChosen] = useState<ChunkBody | null>(null);
  const [page, setPage] = useState<number | null>(() => Number(asked.get('page')) || null);
  const [pane, setPane] = useState<'pages' | 'passages'>('passages');
  const passage = asked.get('passage');
  const current = chosen ?? data?.find((chunk) => chunk.id === passage) ?? null;
  const paged = kindOf(document) === 'PDF';
  const quote = (sentence: string, quoted: boolean) =>
    quoting.run(async () => {
      await http.json(paths.documentSentences(id), { method: 'PUT', body: { sentence, quoted } });
      reload();
    });
  return (
    <>
      {held && liveVersion !== null && (
        <Segments
          label={t.columnVersion}
          value={wanted}
          onChange={setWanted}
          options={[
            { value: 'live', words: fill(t.versionOf, { n: liveVersion }) },
            { value: 'new', words: `${fill(t.versionOf, { n: version })} · ${t.statusReview}` },
          ]}
        />
      )}
      {paged && (
        <div className="narrow-only">
          <Segments
            label={t.tabPassages}
            value={pane}
            onChange={setPane}
            options={[
              { value: 'passages', words: t.panePassages, count: data?.length },
              { value: 'pages', words: t.panePages, count: document.pages ?? 0 },
            ]}
          />
        </div>
      )}
      <ProblemNote problem={problem} onRetry={reload} />
      <ProblemNote problem={quoting.problem} />
      <div className={paged ? `panes show-${pane}` : 'panes single'}>
        {paged && (
          <section className="pane pane-pages" aria-label={t.panePages}>
            <PdfPages
              documentId={id}
              version={shownVersion ?? undefined}
              chunk={current}
              page={page}
              onPage={(number) => {
                setPage(page === number ? null : number);
                setPane('passages');
              }}
            />
          </section>
        )}
        <section className="pane pane-passages" aria-label={t.panePassages}>
          {data ? (
            <ChunkList
              chunks={data}
              page={page}
              onEveryPage={() => setPage(null)}
              chosen={current?.id ?? null}
              onQuote={(sentence, quoted) => void quote(sentence, quoted)}
              onChoose={
                paged
                  ? (chunk) => {
                      setChosen({ ...chunk });
                      setPane('pages');
                    }
                  : null
              }
            />
          ) : (
            !problem && <Skeleton rows={5} />
          )}
        </section>
      </div>
    </>
  );
}
