import type { SavedFaqBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import { percent } from '../../ui/percent.ts';
import { inWords } from './local-text.ts';

/** Told after saving: other FAQs that ask the same. */
export function DuplicateNote(props: { saved: SavedFaqBody; onOpen: (id: string) => void; onClose: () => void }) {
  const { t, locale } = useSurroundings();
  return (
    <div className="note duplicates">
      <div>
        <p className="strong">{t.sameQuestion}</p>
        <ul>
          {props.saved.duplicates.map(({ id, question, similarity }) => (
            <li key={id}>
              {inWords(question, locale)}{' '}
              <span className="small">{fill(t.alike, { percent: percent(similarity) })}</span>
              <button type="button" className="plain" onClick={() => props.onOpen(id)}>
                {t.openIt}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <button type="button" className="icon-button" aria-label={t.close} onClick={props.onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
