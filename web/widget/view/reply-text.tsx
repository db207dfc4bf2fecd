/** @jsxImportSource preact */
import { h, type VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Citation } from '../../api/types.ts';
import { createMarkdown } from '../../design/create-markdown.ts';
import { fill } from '../../i18n/dictionary.ts';
import { markerOf } from '../marker-of.ts';
import { useSurroundings } from './surroundings.ts';

const markdown = createMarkdown<VNode>((type, props, ...children) => h(type, props, ...children));

/** A reply's Markdown, its [n] marks as buttons that open the source. */
export function ReplyText(props: { text: string; citations: Citation[]; onCite: (marker: number) => void }) {
  const { t } = useSurroundings();
  const { text, citations, onCite } = props;
  const nodes = useMemo(() => {
    const titles = new Map(citations.map((citation, index) => [markerOf(citation, index), citation.title]));
    return markdown(text, (marker, key) => {
      const title = titles.get(marker);
      if (title === undefined) return null;
      return (
        <button
          key={key}
          type="button"
          class="cite"
          aria-label={fill(t.source, { n: marker, title })}
          onClick={() => onCite(marker)}
        >
          {marker}
        </button>
      );
    });
  }, [text, citations, t, onCite]);
  return (
    <div class="markdown" dir="auto">
      {nodes}
    </div>
  );
}
