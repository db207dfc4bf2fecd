import type { PromotionBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';

const SHOWN = 20;

/** Who let which model work, and when. */
export function PromotionHistory({ promotions }: { promotions: PromotionBody[] }) {
  const { t, format } = useSurroundings();
  if (promotions.length === 0) return null;
  const tasks = { intents: '', router: ` · ${t.router}`, writer: ` · ${t.writer}` };
  return (
    <section>
      <h2 className="side-title">{t.promotions}</h2>
      <ul className="promotions small">
        {promotions.slice(0, SHOWN).map((one) => (
          <li key={`${one.at} ${one.task}`}>
            <span>
              {fill(one.action === 'promote' ? t.promotedLine : t.rolledBackLine, { version: one.version })}
              {tasks[one.task]} {one.forced && <span className="pill bad">{t.pastGate}</span>}
            </span>
            <span className="quiet">{fill(t.byAt, { name: one.by ?? '', time: format.moment(one.at) })}</span>
            {one.reason && <span className="quiet">{one.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
