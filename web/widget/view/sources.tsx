/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { Citation } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { markerOf } from '../marker-of.ts';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';

/** A reply's sources as chips; the open one shows its words and page. */
export function Sources(props: { citations: Citation[]; open: number | null; onToggle: (marker: number) => void }) {
  const { t } = useSurroundings();
  const { citations, open, onToggle } = props;
  const marked = citations.map((citation, index) => ({ ...citation, marker: markerOf(citation, index) }));
  const shown = marked.find(({ marker }) => marker === open);
  const quote = useRef<HTMLElement>(null);
  useEffect(() => {
    void quote.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <div class="sources">
      <ul aria-label={t.sources}>
        {marked.map(({ marker, title, page }) => (
          <li key={marker}>
            <button
              type="button"
              class="source"
              aria-expanded={marker === open}
              aria-label={fill(t.source, { n: marker, title })}
              onClick={() => onToggle(marker)}
            >
              <span class="cite">{marker}</span>
              <span class="source-title">{title}</span>
              {page === null ? null : <span class="source-page">{fill(t.page, { n: page })}</span>}
            </button>
          </li>
        ))}
      </ul>
      {shown && (
        <figure class="quote" ref={quote}>
          <blockquote dir="auto">{shown.quote}</blockquote>
          <figcaption>
            {shown.title}
            {shown.page === null ? '' : ` · ${fill(t.page, { n: shown.page })}`}
          </figcaption>
          <button type="button" class="ghost" aria-label={t.closeQuote} onClick={() => onToggle(shown.marker)}>
            <Icon name="close" />
          </button>
        </figure>
      )}
    </div>
  );
}
