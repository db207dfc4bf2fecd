import type { ModelBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { tenths } from './tenths.ts';

/** The gate's verdict, with every reason against the model. */
export function GateView({ gate }: { gate: NonNullable<ModelBody['gate']> }) {
  const { t, locale } = useSurroundings();
  const words = { intent_fell: t.reasonIntent, total_fell: t.reasonTotal };
  return (
    <div className={gate.passed ? 'gate passed' : 'gate'}>
      <p className="strong">{gate.passed ? t.gatePassed : t.gateFailed}</p>
      {gate.passed && <p className="small">{t.gateOk}</p>}
      <ul className="small">
        {gate.reasons.map(({ code, intent, from, to, lost }) => (
          <li key={`${code} ${intent}`}>
            {code === 'too_few_texts'
              ? fill(t.reasonFew, { from, to })
              : fill(words[code], {
                  intent: insightName('intents', intent ?? '', locale),
                  from: tenths(from),
                  to: tenths(to),
                  lost,
                })}
          </li>
        ))}
      </ul>
    </div>
  );
}
