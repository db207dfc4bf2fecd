import { useRef } from 'react';
import type { ConflictPointBody, ConflictSideBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { Link } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { useMarkedText } from '../../ui/use-marked-text.ts';
import { sourceAddress } from '../bench/source-link.ts';

const AT_ONCE = 3;

function Place({ side }: { side: ConflictSideBody }) {
  const { t } = useSurroundings();
  const kinds = { document: t.kindDocument, faq: t.kindFaq, product: t.kindProduct };
  const about = [kinds[side.kind], side.page === null ? null : fill(t.page, { n: side.page }), side.heading];
  const address = sourceAddress(side);
  return (
    <li>
      {address ? (
        <Link to={address} className="strong">
          {side.title}
        </Link>
      ) : (
        <span className="strong">{side.title}</span>
      )}
      <span className="quiet small conflict-about">
        {[...about, t[side.language], side.audience === 'public' ? null : side.audience].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}

/** What some places say of a point, in the words of the first, and which places they are. */
export function Version({ version }: { version: ConflictPointBody['versions'][number] }) {
  const { t } = useSurroundings();
  const { value, count, places } = version;
  const text = useRef<HTMLQuoteElement>(null);
  useMarkedText('differs', text, value ? [value] : []);
  const [first] = places;
  if (!first) return null;
  const others = places.slice(AT_ONCE);
  const list = (sides: ConflictSideBody[]) => sides.map((side) => <Place key={side.passageId} side={side} />);
  return (
    <div className="conflict-side">
      {count > 1 && (
        <p className="strong">{value === null ? fill(t.saidIn, { n: count }) : fill(t.valueIn, { value, n: count })}</p>
      )}
      <blockquote ref={text} lang={first.language === 'zh' ? 'zh-CN' : 'en'}>
        {first.quote}
      </blockquote>
      <ul className="conflict-places">{list(places.slice(0, AT_ONCE))}</ul>
      {others.length > 0 && (
        <details>
          <summary>{fill(t.otherPlaces, { n: count - AT_ONCE })}</summary>
          <ul className="conflict-places">{list(others)}</ul>
        </details>
      )}
    </div>
  );
}
