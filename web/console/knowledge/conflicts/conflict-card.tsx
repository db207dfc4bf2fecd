import { useRef } from 'react';
import type { ConflictBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { Link } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { percent } from '../../ui/percent.ts';
import { useMarkedText } from '../../ui/use-marked-text.ts';
import { sourceAddress } from '../bench/source-link.ts';

function Side({ side, value }: { side: ConflictBody['a']; value: string | null }) {
  const { t } = useSurroundings();
  const text = useRef<HTMLQuoteElement>(null);
  useMarkedText('differs', text, value ? [value] : []);
  const kinds = { document: t.kindDocument, faq: t.kindFaq, product: t.kindProduct };
  const about = [kinds[side.kind], side.page === null ? null : fill(t.page, { n: side.page }), side.heading];
  const address = sourceAddress(side);
  return (
    <div className="conflict-side">
      <p>
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
      </p>
      <blockquote ref={text} lang={side.language === 'zh' ? 'zh-CN' : 'en'}>
        {side.quote}
      </blockquote>
    </div>
  );
}

/** Two passages side by side that do not say the same, or say it twice. */
export function ConflictCard(props: { conflict: ConflictBody; onDismiss: () => void; onRestore: () => void }) {
  const { t } = useSurroundings();
  const { conflict, onDismiss, onRestore } = props;
  const { kind, about, valueA, valueB, similarity, dismissed } = conflict;
  return (
    <li className="panel conflict">
      <div className="spread">
        <p>
          <span className={kind === 'contradiction' ? 'pill bad' : 'pill warm'}>
            {kind === 'contradiction' ? t.kindConflict : t.duplicates}
          </span>{' '}
          {kind === 'contradiction' && valueA !== null && valueB !== null && (
            <strong>{fill(t.differs, { a: valueA, b: valueB })}</strong>
          )}
          {kind === 'duplicate' && <strong>{fill(t.saysSame, { percent: percent(similarity) })}</strong>}
          {about && <span className="quiet small conflict-about">{fill(t.conflictAbout, { words: about })}</span>}
        </p>
        <button type="button" className="button small" onClick={dismissed ? onRestore : onDismiss}>
          {dismissed ? t.restore : t.dismiss}
        </button>
      </div>
      <div className="conflict-pair">
        <Side side={conflict.a} value={valueA} />
        <Side side={conflict.b} value={valueB} />
      </div>
    </li>
  );
}
