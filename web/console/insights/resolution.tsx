import type { InsightsBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { Figure, type FigureKey } from './figure.tsx';
import { useNumbers } from './numbers.ts';

interface Props {
  conversations: InsightsBody['conversations'];
  onOpen: (figure: FigureKey) => void;
}

/** How many conversations were resolved, by four measures of it. */
export function Resolution({ conversations, onOpen }: Props) {
  const { t } = useSurroundings();
  const { share } = useNumbers();
  const kinds = [
    ['confirmed', t.confirmed, t.confirmedText],
    ['assumed', t.assumed, t.assumedText],
    ['verified', t.verified, t.verifiedText],
    ['durable', t.durable, t.durableText],
  ] as const;
  return (
    <section className="panel resolution">
      <h2>{t.resolved}</h2>
      <p className="quiet small">{t.resolvedText}</p>
      <div className="figures">
        {kinds.map(([key, name, text]) => (
          <Figure
            key={key}
            name={name}
            value={share(conversations[key], conversations.all)}
            text={text}
            figure={{ metric: 'conversations', key, name }}
            onOpen={onOpen}
          />
        ))}
      </div>
    </section>
  );
}
