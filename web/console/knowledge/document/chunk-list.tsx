import { useEffect, useRef, useState } from 'react';
import type { ChunkBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { useMarkedText } from '../../ui/use-marked-text.ts';
import { LeftOut } from '../left-out.tsx';
import { chooseChunks, underHeadings } from './choose-chunks.ts';

/** Passages that are drawn before somebody asks for more. */
const STEP = 120;

function Passage(props: {
  chunk: ChunkBody;
  chosen: boolean;
  onChoose: (() => void) | null;
  onQuote: (sentence: string, quoted: boolean) => void;
}) {
  const { t } = useSurroundings();
  const { chunk, chosen, onChoose } = props;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const about = [
    fill(t.passageNumber, { n: chunk.ordinal + 1 }),
    chunk.page === null ? null : fill(t.page, { n: chunk.page }),
    t[chunk.language],
  ];
  const words = about.filter(Boolean).join(' · ');
  return (
    <li ref={card} className={chosen ? 'chunk chosen' : 'chunk'} data-chunk={chunk.ordinal}>
      {onChoose ? (
        <button type="button" className="chunk-head" aria-pressed={chosen} onClick={onChoose}>
          {words}
        </button>
      ) : (
        <p className="chunk-head">{words}</p>
      )}
      <div lang={chunk.language === 'zh' ? 'zh-CN' : 'en'}>
        <Markdown text={chunk.text} />
      </div>
      <LeftOut sentences={chunk.leftOut} quotedAnyway={chunk.quotedAnyway} onQuote={props.onQuote} />
    </li>
  );
}

/** The passages under their headings, with a search among them; of one page where one is chosen. */
export function ChunkList(props: {
  chunks: ChunkBody[];
  page: number | null;
  onEveryPage: () => void;
  chosen: string | null;
  /** Null where there are no pages to show a passage on. */
  onChoose: ((chunk: ChunkBody) => void) | null;
  /** Lets a sentence that was left out stand, or leaves it out again. */
  onQuote: (sentence: string, quoted: boolean) => void;
}) {
  const { t } = useSurroundings();
  const { chunks, page, chosen, onChoose } = props;
  const [query, setQuery] = useState('');
  const [drawn, setDrawn] = useState(STEP);
  const list = useRef<HTMLDivElement>(null);
  const shown = chooseChunks(chunks, { query, page });
  const chosenAt = shown.findIndex(({ id }) => id === chosen);
  const part = shown.slice(0, Math.max(drawn, chosenAt + 1));
  useMarkedText('found', list, query.split(/\s+/).filter(Boolean), part.map(({ id }) => id).join());
  return (
    <div className="chunks" ref={list}>
      <div className="chunk-tools">
        <input
          type="search"
          className="field"
          value={query}
          placeholder={t.findInDocument}
          aria-label={t.findInDocument}
          onChange={(event) => setQuery(event.target.value)}
        />
        {page !== null && (
          <button type="button" className="chip-button" onClick={props.onEveryPage}>
            {fill(t.onlyPage, { n: page })}
            <span className="hidden">{t.showEveryPage}</span>
            <Icon name="close" />
          </button>
        )}
      </div>
      {shown.length === 0 && <p className="loading">{chunks.length > 0 ? t.noPassages : t.noPassagesYet}</p>}
      {underHeadings(part).map((group) => (
        <section key={group.chunks[0]?.id}>
          <h3>{group.heading ?? t.noHeading}</h3>
          <ol>
            {group.chunks.map((chunk) => (
              <Passage
                key={chunk.id}
                chunk={chunk}
                chosen={chunk.id === chosen}
                onQuote={props.onQuote}
                onChoose={onChoose && chunk.page !== null ? () => onChoose(chunk) : null}
              />
            ))}
          </ol>
        </section>
      ))}
      {shown.length > part.length && (
        <p className="table-more">
          <button type="button" className="button small" onClick={() => setDrawn(part.length + STEP)}>
            {t.more}
          </button>
        </p>
      )}
    </div>
  );
}
