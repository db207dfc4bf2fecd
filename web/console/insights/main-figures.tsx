import type { InsightsBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { lasting } from '../ui/duration.ts';
import { Figure, type FigureKey } from './figure.tsx';
import { useNumbers } from './numbers.ts';

/** Containment, handoffs, satisfaction, gaps and times: what is looked at first. */
export function MainFigures({ data, onOpen }: { data: InsightsBody; onOpen: (figure: FigureKey) => void }) {
  const { t } = useSurroundings();
  const { number, share } = useNumbers();
  const time = (ms: number | null) => {
    if (ms === null) return '–';
    if (ms >= 60_000) return lasting(ms, t);
    return ms < 1_000 ? fill(t.milliseconds, { n: Math.round(ms) }) : fill(t.seconds, { n: (ms / 1_000).toFixed(1) });
  };
  const { conversations, turns, ratings, feedback, handoffs } = data;
  const rated = ratings.scores.reduce((sum, { n }) => sum + n, 0);
  return (
    <div className="figures">
      <Figure
        name={t.containment}
        value={share(conversations.contained, conversations.all)}
        text={fill(t.containmentText, { n: number(conversations.all) })}
        figure={{ metric: 'conversations', key: 'contained', name: t.containment }}
        onOpen={onOpen}
      />
      <Figure
        name={t.handoffsCount}
        value={number(handoffs.all)}
        text={`${t.waitTime}: ${time(handoffs.waitSeconds.p50 === null ? null : handoffs.waitSeconds.p50 * 1_000)}`}
        figure={{ metric: 'conversations', key: 'handed_over', name: t.handoffsCount }}
        onOpen={onOpen}
      />
      <Figure
        name={t.csat}
        value={ratings.average === null ? '–' : `${ratings.average.toFixed(1)} / 5`}
        text={[fill(t.csatText, { n: rated }), `${t.thumbs}: +${feedback.up} −${feedback.down}`]}
        figure={feedback.down > 0 ? { metric: 'feedback', key: 'down', name: t.downReasons } : undefined}
        onOpen={onOpen}
      />
      <Figure
        name={t.unansweredCount}
        value={share(turns.unanswered, turns.all)}
        text={fill(t.unansweredOf, { n: number(turns.unanswered), all: number(turns.all) })}
        figure={{ metric: 'turns', key: 'unanswered', name: t.unansweredCount }}
        onOpen={onOpen}
      />
      <Figure
        name={t.replyTime}
        value={time(data.replyMs.p50)}
        text={[t.median, `${t.p95}: ${time(data.replyMs.p95)}`, `${t.firstToken}: ${time(data.firstMs.p50)}`]}
        onOpen={onOpen}
      />
    </div>
  );
}
