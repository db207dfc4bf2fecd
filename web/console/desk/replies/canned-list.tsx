import type { Locale } from '../../../i18n/dictionary.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { cannedText } from './match-canned.ts';
import type { CannedChoice } from './use-canned-replies.ts';

/** The replies to choose from, above the box in which a shortcut is typed. */
export function CannedList(props: { canned: CannedChoice; language: Locale; onChoose: (text: string) => void }) {
  const { t } = useSurroundings();
  const { query, found, at } = props.canned;
  if (query === null) return null;
  if (found.length === 0) return <p className="canned-none quiet small">{fill(t.noMatchCanned, { query })}</p>;
  return (
    <ul className="canned-list" aria-label={t.insertCanned}>
      {found.map((reply, place) => (
        <li key={reply.id}>
          <button
            type="button"
            aria-current={place === at ? 'true' : undefined}
            onClick={() => props.onChoose(cannedText(reply, props.language))}
          >
            <span className="mono">/{reply.shortcut}</span>
            <strong>{reply.title}</strong>
            <span className="quiet">{cannedText(reply, props.language)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
