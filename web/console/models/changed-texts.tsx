import { useState } from 'react';
import type { ModelBody } from '../../api/types.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { percent } from '../ui/percent.ts';
import { Segments } from '../ui/segments.tsx';

type Changed = NonNullable<ModelBody['comparison']>['changed'];

const TONES = { better: 'pill good', worse: 'pill bad', neither: 'pill' } as const;

/** The texts of which the candidate says something else. */
export function ChangedTexts({ changed }: { changed: Changed }) {
  const { t, locale } = useSurroundings();
  const [view, setView] = useState<'all' | keyof typeof TONES>('all');
  const named = (intent: string) => insightName('intents', intent, locale);
  const count = (change: string) => changed.filter((one) => one.change === change).length;
  return (
    <section className="stack">
      <div className="spread">
        <h3>{t.changedTexts}</h3>
        <Segments
          label={t.changedTexts}
          value={view}
          options={[
            { value: 'all', words: t.all, count: changed.length },
            { value: 'worse', words: t.worse, count: count('worse') },
            { value: 'better', words: t.better, count: count('better') },
            { value: 'neither', words: t.neither, count: count('neither') },
          ]}
          onChange={setView}
        />
      </div>
      {changed.length === 0 && <p className="quiet small">{t.noVerdictChanges}</p>}
      <ul className="changed-texts" tabIndex={0}>
        {changed
          .filter(({ change }) => view === 'all' || change === view)
          .map((one) => (
            <li key={`${one.text} ${one.expected}`}>
              <span className={TONES[one.change]}>{t[one.change]}</span>
              <span lang={one.language}>{one.text}</span>
              <span className="quiet small">
                {named(one.current)} {percent(one.currentConfidence)} → <strong>{named(one.candidate)}</strong>{' '}
                {percent(one.candidateConfidence)}
                {one.change !== 'better' && ` · ${t.expected} ${named(one.expected)}`}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
