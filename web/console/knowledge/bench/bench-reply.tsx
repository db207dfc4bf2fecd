import type { HitBody, SearchResponseBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { Link } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { sourceAddress } from './source-link.ts';

/** What a customer would read, with each quote that it cites. */
export function BenchReply(props: { answer: NonNullable<SearchResponseBody['answer']>; hits: HitBody[] }) {
  const { t } = useSurroundings();
  const { answer, hits } = props;
  return (
    <section className="panel bench-reply">
      <h2>{t.wouldSay}</h2>
      {answer.text ? <Markdown text={answer.text} /> : <p className="quiet">{t.noReply}</p>}
      {answer.citations.length > 0 && (
        <>
          <h3>{t.wouldCite}</h3>
          <ol>
            {answer.citations.map((citation, index) => {
              const hit = hits.find(({ documentId }) => documentId === citation.documentId);
              const address = hit && sourceAddress({ ...citation, kind: hit.kind });
              const title = [citation.title, citation.page === null ? null : fill(t.page, { n: citation.page })]
                .filter(Boolean)
                .join(' · ');
              return (
                <li key={`${citation.documentId} ${citation.quote}`}>
                  <span className="mark">{citation.marker ?? index + 1}</span>
                  <div>
                    <blockquote>{citation.quote}</blockquote>
                    <p className="small">
                      {address ? <Link to={address}>{title}</Link> : <span className="quiet">{title}</span>}
                    </p>
                  </div>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </section>
  );
}
