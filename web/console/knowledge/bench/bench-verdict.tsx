import type { SearchResponseBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { percent } from '../../ui/percent.ts';

type Explanation = NonNullable<SearchResponseBody['explanation']>;

function EvidenceBar({ evidence, threshold, ask }: { evidence: number; threshold: number; ask: number }) {
  const { t } = useSurroundings();
  const words = fill(t.evidenceBar, { percent: percent(evidence), bar: percent(threshold) });
  return (
    <div className="evidence-bar" role="img" aria-label={words}>
      <div className="zones">
        <span className="zone below" style={{ width: percent(ask) }}>
          {t.zoneDecline}
        </span>
        <span className="zone between" style={{ width: percent(threshold - ask) }}>
          {t.zoneAsk}
        </span>
        <span className="zone above">{t.zoneAnswer}</span>
        <span
          className={evidence >= threshold ? 'needle above' : 'needle'}
          style={{ left: `${Math.min(99, Math.max(1, evidence * 100))}%` }}
        />
        <span className="bar-line" style={{ left: percent(threshold) }} />
      </div>
      <p className="bar-words quiet small" style={{ paddingLeft: percent(Math.min(threshold, 0.8)) }}>
        {fill(t.barAt, { percent: percent(threshold) })}
      </p>
    </div>
  );
}

function Units({ units }: { units: Explanation['units'] }) {
  const { t } = useSurroundings();
  const most = Math.max(...units.map(({ share }) => share), 0.001);
  return (
    <ul className="units">
      {units.map((unit) => {
        const others = unit.concepts
          .filter((concept) => concept !== unit.text && concept !== unit.written.toLowerCase())
          .slice(0, 4);
        const notes = [
          unit.kind === 'model' ? t.unitModel : unit.kind === 'number' ? t.unitNumber : null,
          unit.correctedFrom && fill(t.unitCorrected, { text: unit.correctedFrom }),
          unit.unknown ? t.unitUnknown : null,
          others.length > 0 ? fill(t.unitConcepts, { words: others.join(', ') }) : null,
        ];
        return (
          <li key={unit.text} className={unit.unknown ? 'unit unknown' : 'unit'}>
            <span className="unit-text">{unit.written}</span>
            <span className="unit-bar" title={fill(t.share, { percent: percent(unit.share) })}>
              <span style={{ width: percent(unit.share / most) }} />
            </span>
            <span className="figure quiet small">{percent(unit.share)}</span>
            <span className="quiet small unit-notes">{notes.filter(Boolean).join(' · ')}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** How the question was understood, and what follows from the evidence: answer, ask back or decline. */
export function BenchVerdict({ found }: { found: SearchResponseBody }) {
  const { t } = useSurroundings();
  const { evidence, explanation } = found;
  if (!explanation) return null;
  const { verdict, threshold, askThreshold, units, language } = explanation;
  const words = {
    answer: [t.verdictAnswer, t.verdictAnswerText],
    clarify: [t.verdictClarify, t.verdictClarifyText],
    decline: [t.verdictDecline, t.verdictDeclineText],
  } as const;
  const [title, text] = words[verdict];
  return (
    <div className="bench-top">
      <section className={`panel verdict ${verdict}`}>
        <h2>{title}</h2>
        <p className="quiet">{text}</p>
        <p className="verdict-figure">
          <strong className="figure">{percent(evidence)}</strong>
          <span className="quiet small">{t.evidenceHint}</span>
        </p>
        <EvidenceBar evidence={evidence} threshold={threshold} ask={askThreshold} />
      </section>
      <section className="panel understood">
        <h2>
          {t.understood} <span className="pill">{t[language]}</span>
        </h2>
        <p className="quiet small">{t.understoodHint}</p>
        <Units units={units} />
      </section>
    </div>
  );
}
