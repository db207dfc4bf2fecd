import { useState } from 'react';
import type { OperatorSettingsBody, SettingsBody } from '../../api/types.ts';
import { fill, dictionaries as widgetWords } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { ChipsInput } from '../ui/chips-input.tsx';
import { SectionForm } from './section-form.tsx';
import { TextInBoth } from './text-in-both.tsx';
import { hoursByDay, WeekHoursFields } from './week-hours.tsx';
import { WidgetPreview } from './widget-preview.tsx';

export interface SectionProps {
  all: SettingsBody;
  onSaved: () => void;
}

/** A section as it is being changed. */
function useDraft<Section extends keyof OperatorSettingsBody>({ all }: SectionProps, section: Section) {
  const stored = all.settings[section];
  const [value, setValue] = useState(stored);
  const set = (change: Partial<OperatorSettingsBody[Section]>) => setValue({ ...value, ...change });
  return { form: { section, value, stored }, value, set };
}

export function ShopSection(props: SectionProps) {
  const { t, locale } = useSurroundings();
  const { form, value, set } = useDraft(props, 'shop');
  const { name, hours, hoursByDay: ofFiles } = props.all.defaults.shop;
  return (
    <SectionForm {...form} onSaved={props.onSaved}>
      <TextInBoth
        label={t.shopName}
        hint={t.shopNameText}
        value={value.name}
        defaults={name}
        max={80}
        onChange={(changed) => set({ name: changed })}
      />
      <div className="stack">
        <label className="check">
          <input
            type="checkbox"
            checked={value.hours !== null}
            onChange={({ target }) => set({ hours: target.checked ? hoursByDay(ofFiles) : null })}
          />
          {t.ownHours}
        </label>
        <p className="quiet small">{t.ownHoursText}</p>
        {value.hours ? (
          <WeekHoursFields hours={value.hours} onChange={(changed) => set({ hours: changed })} />
        ) : (
          <p className="quiet">{hours[locale] ? fill(t.hoursOfFiles, { hours: hours[locale] }) : t.hoursUnknown}</p>
        )}
      </div>
    </SectionForm>
  );
}

const BUILT_IN_COLOUR = '#0d746a';
const WIDGET_TEXTS = [
  ['title', 'widgetTitle', 40, 1],
  ['greeting', 'widgetGreeting', 80, 1],
  ['greetingText', 'widgetGreetingText', 300, 2],
  ['notice', 'widgetNotice', 400, 3],
] as const;

export function WidgetSection(props: SectionProps) {
  const { t } = useSurroundings();
  const { form, value, set } = useDraft(props, 'widget');
  const { zh, en } = widgetWords;
  const starters = value.starters ?? { zh: [], en: [] };
  return (
    <div className="with-preview">
      <SectionForm {...form} onSaved={props.onSaved}>
        {WIDGET_TEXTS.map(([field, words, max, lines]) => (
          <TextInBoth
            key={field}
            label={t[words]}
            value={value[field]}
            defaults={{ zh: zh[field], en: en[field] }}
            max={max}
            lines={lines}
            onChange={(changed) => set({ [field]: changed })}
          />
        ))}
        {(['zh', 'en'] as const).map((language) => (
          <ChipsInput
            key={language}
            label={fill(t.widgetStarters, { language: language === 'zh' ? t.inChinese : t.inEnglish })}
            hint={t.widgetStartersHint}
            lang={language === 'zh' ? 'zh-CN' : 'en'}
            values={starters[language]}
            onChange={(texts) => {
              const next = { ...starters, [language]: texts.slice(0, 6) };
              set({ starters: next.zh.length + next.en.length > 0 ? next : null });
            }}
          />
        ))}
        <div className="stack">
          <label className="check">
            <input
              type="checkbox"
              checked={value.accent !== null}
              onChange={({ target }) => set({ accent: target.checked ? BUILT_IN_COLOUR : null })}
            />
            {t.ownColour}
          </label>
          {value.accent !== null && (
            <label className="colour">
              {t.widgetAccent}
              <input type="color" value={value.accent} onChange={({ target }) => set({ accent: target.value })} />
            </label>
          )}
          <p className="quiet small">{t.widgetAccentText}</p>
        </div>
      </SectionForm>
      <WidgetPreview draft={value} />
    </div>
  );
}

const HANDOFF_TEXTS = [
  ['called', 'wordsCalled'],
  ['calledClosed', 'wordsCalledClosed'],
  ['takesLonger', 'wordsTakesLonger'],
  ['backInQueue', 'wordsBackInQueue'],
  ['passedOn', 'wordsPassedOn'],
  ['backToBot', 'wordsBackToBot'],
  ['returned', 'wordsReturned'],
  ['contactTaken', 'wordsContactTaken'],
] as const;
const NOTHING = { zh: '', en: '' };

export function HandoffSection(props: SectionProps) {
  const { t } = useSurroundings();
  const { form, value, set } = useDraft(props, 'handoff');
  return (
    <SectionForm {...form} text={t.handoffWordsText} onSaved={props.onSaved}>
      {HANDOFF_TEXTS.map(([field, words]) => (
        <TextInBoth
          key={field}
          label={t[words]}
          value={value[field]}
          defaults={props.all.defaults.handoff[field] ?? NOTHING}
          max={500}
          lines={3}
          onChange={(changed) => set({ [field]: changed })}
        />
      ))}
    </SectionForm>
  );
}

export function RecommendationSection(props: SectionProps) {
  const { t } = useSurroundings();
  const { form, value, set } = useDraft(props, 'recommendation');
  const { products, categories } = props.all.defaults;
  const some = (list: string[]) => list.slice(0, 3).join(', ') || '…';
  return (
    <SectionForm {...form} text={t.neverText} onSaved={props.onSaved}>
      <ChipsInput
        label={t.neverProducts}
        hint={fill(t.neverProductsHint, { example: some(products.map(({ id, name }) => `${id} (${name})`)) })}
        values={value.neverProducts}
        onChange={(neverProducts) => set({ neverProducts })}
      />
      <ChipsInput
        label={t.neverCategories}
        hint={fill(t.neverCategoriesHint, { example: some(categories) })}
        values={value.neverCategories}
        onChange={(neverCategories) => set({ neverCategories })}
      />
    </SectionForm>
  );
}

export function PricesSection(props: SectionProps) {
  const { t } = useSurroundings();
  const { form, value, set } = useDraft(props, 'prices');
  const price = (field: 'input' | 'output', words: string) => (
    <label>
      {words}
      <input
        className="field"
        type="number"
        min={0}
        step="any"
        value={value[field] ?? ''}
        onChange={({ target }) => set({ [field]: target.value === '' ? null : target.valueAsNumber })}
      />
    </label>
  );
  return (
    <SectionForm {...form} text={t.pricesText} onSaved={props.onSaved}>
      <div className="price-fields">
        <label>
          {t.priceCurrency}
          <input
            className="field"
            required
            pattern="[A-Z]{3}"
            maxLength={3}
            value={value.currency}
            onChange={({ target }) => set({ currency: target.value.toUpperCase() })}
          />
        </label>
        {price('input', t.priceInput)}
        {price('output', t.priceOutput)}
      </div>
    </SectionForm>
  );
}
