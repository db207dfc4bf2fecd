import type { TurnToLabelBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { places } from '../qa/paths.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Markdown } from '../ui/markdown.tsx';
import { percent } from '../ui/percent.ts';
import { TurnMarks } from './turn-list.tsx';

/** What was said: the lines before it, the message, the reply. */
export function TurnTalk({ turn }: { turn: TurnToLabelBody }) {
  const { t, format, locale } = useSurroundings();
  return (
    <div className="turn-talk">
      <p className="turn-facts">
        <span className="quiet small">{format.moment(turn.at)}</span>
        {turn.engine && <span className="quiet small">{insightName('engines', turn.engine, locale)}</span>}
        <span className="quiet small figure">{fill(t.doubtShare, { share: percent(turn.doubt) })}</span>
        <TurnMarks turn={turn} />
        <Link to={places.trace(turn.turnId)} className="small">
          {t.openTrace}
        </Link>
        <Link to={places.newCase(turn.conversationId)} className="small">
          {t.makeCase}
        </Link>
      </p>
      {turn.before.length > 0 && (
        <details>
          <summary className="quiet small">{t.beforeIt}</summary>
          {turn.before.map((line) => (
            <p key={`${line.author} ${line.text}`} className="small before-line">
              <span className="strong">{line.author === 'customer' ? t.customerSaid : t.assistant}</span> {line.text}
            </p>
          ))}
        </details>
      )}
      <p className="turn-message" lang={turn.language}>
        {turn.text}
      </p>
      {turn.reply && (
        <details>
          <summary className="quiet small">{t.botReplied}</summary>
          <div className="turn-reply small">
            <Markdown text={turn.reply} />
          </div>
        </details>
      )}
      {turn.comment && <p className="note small">“{turn.comment}”</p>}
    </div>
  );
}
