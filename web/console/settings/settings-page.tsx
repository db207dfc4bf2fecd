import type { ComponentType } from 'react';
import type { SettingsBody } from '../../api/types.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';
import { navigate, usePath } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Segments } from '../ui/segments.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLoad } from '../use-load.ts';
import '../desk/desk-pages.css';
import {
  HandoffSection,
  PricesSection,
  RecommendationSection,
  type SectionProps,
  ShopSection,
  WidgetSection,
} from './sections.tsx';
import './settings.css';

function EnvironmentSection({ all }: SectionProps) {
  const { t } = useSurroundings();
  /** What a variable stands for that is not set. */
  const words: Record<string, string> = { embedded: t.environmentEmbedded, 'local engine': t.environmentLocalEngine };
  return (
    <div className="panel settings-form">
      <p className="quiet">{t.environmentText}</p>
      <dl className="facts">
        {all.environment.map(({ name, value }) => (
          <div key={name}>
            <dt className="mono">{name}</dt>
            <dd>{words[value] ?? value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const SECTIONS: ReadonlyArray<{ value: string; words: keyof ConsoleDictionary; page: ComponentType<SectionProps> }> = [
  { value: 'shop', words: 'settingsShop', page: ShopSection },
  { value: 'widget', words: 'settingsWidget', page: WidgetSection },
  { value: 'handoff', words: 'settingsHandoff', page: HandoffSection },
  { value: 'recommendation', words: 'settingsRecommendation', page: RecommendationSection },
  { value: 'prices', words: 'settingsPrices', page: PricesSection },
  { value: 'environment', words: 'settingsEnvironment', page: EnvironmentSection },
];

/** What admins change while Kefu runs; a section has an address of its own. */
export default function SettingsPage() {
  const { t, http, locale } = useSurroundings();
  const path = usePath();
  const { data, problem, reload } = useLoad(`settings-${locale}`, (signal) =>
    http.json<SettingsBody>(`/api/settings?locale=${locale}`, { signal }),
  );
  const named = path.split('/')[1] ?? 'shop';
  const section = SECTIONS.find(({ value }) => value === named) ?? SECTIONS[0];
  const Section = section?.page;
  return (
    <section className="page">
      <PageHead title={t.settings} text={t.settingsText} />
      <Segments
        label={t.settingsSection}
        value={section?.value ?? ''}
        options={SECTIONS.map(({ value, words }) => ({ value, words: t[words] }))}
        onChange={(value) => navigate(`settings/${value}`)}
      />
      <ProblemNote problem={problem} onRetry={reload} />
      {!data && !problem && <Skeleton rows={4} />}
      {data && Section && <Section key={section?.value} all={data} onSaved={reload} />}
    </section>
  );
}
