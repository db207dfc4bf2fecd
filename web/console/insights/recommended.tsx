import type { InsightsBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Figure, type FigureKey } from './figure.tsx';
import { useNumbers } from './numbers.ts';

/** What became of recommended products: shown, clicked, into the basket, bought. */
export function Recommended({ data, onOpen }: { data: InsightsBody; onOpen: (figure: FigureKey) => void }) {
  const { t } = useSurroundings();
  const { number, share } = useNumbers();
  const { cards } = data;
  if (cards.shown === 0) return null;
  const steps = [
    ['shown', t.cardsShown],
    ['clicked', t.cardsClicked],
    ['added', t.cardsAdded],
    ['bought', t.cardsBought],
  ] as const;
  return (
    <section className="panel resolution">
      <h2>{t.recommended}</h2>
      <p className="quiet small">{t.recommendedText}</p>
      <div className="figures">
        {steps.map(([key, name]) => (
          <Figure
            key={key}
            name={name}
            value={number(cards[key])}
            text={key === 'shown' ? undefined : fill(t.ofShown, { share: share(cards[key], cards.shown) })}
            figure={cards[key] > 0 ? { metric: 'card', key, name: `${t.recommended}: ${name}` } : undefined}
            onOpen={onOpen}
          />
        ))}
      </div>
    </section>
  );
}
