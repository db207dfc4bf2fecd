import type { InsightsBody } from '../../api/types.ts';
import { reasonWords } from '../desk/handoff-words.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import type { FigureKey } from './figure.tsx';
import { Ranking } from './ranking.tsx';

const UNUSED_SHOWN = 12;

/** What was asked for, handed over, missed, cited and clicked most. */
export function Rankings({ data, onOpen }: { data: InsightsBody; onOpen: (figure: FigureKey) => void }) {
  const { t, locale } = useSurroundings();
  const { handoffs, feedback, knowledge } = data;
  const named = (of: Parameters<typeof insightName>[0], counts: InsightsBody['intents']) =>
    counts.map((one) => ({ ...one, name: insightName(of, one.key, locale) }));
  return (
    <div className="rankings">
      <Ranking title={t.intentsTop} metric="intent" counts={named('intents', data.intents)} onOpen={onOpen} />
      <Ranking
        title={t.handoffReasons}
        metric="handoff"
        counts={handoffs.reasons.map((one) => ({ ...one, name: reasonWords(t, one.key) }))}
        onOpen={onOpen}
      />
      <Ranking title={t.topGaps} metric="gap" counts={data.gaps} onOpen={onOpen} />
      <Ranking
        title={t.usedKnowledge}
        metric="cited"
        counts={knowledge.used.map(({ documentId, title, n }) => ({ key: documentId, name: title, n }))}
        onOpen={onOpen}
      />
      <Ranking
        title={t.downReasons}
        metric="feedback_reason"
        counts={named('reasons', feedback.reasons)}
        onOpen={onOpen}
      />
      <Ranking title={t.engineShare} metric="engine" counts={named('engines', data.engines)} onOpen={onOpen} />
      <Ranking title={t.recommendationClicks} metric="card_product" counts={data.cardProducts} onOpen={onOpen} />
      {knowledge.neverUsed.length > 0 && (
        <section className="panel ranking">
          <h2>{t.unusedKnowledge}</h2>
          <p className="quiet small">{t.unusedText}</p>
          <ul className="unused">
            {knowledge.neverUsed.slice(0, UNUSED_SHOWN).map(({ documentId, title }) => (
              <li key={documentId}>{title}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
