import { useSurroundings } from '../surroundings.ts';

type Both = { zh?: string | undefined; en?: string | undefined } | null;

/** A text in Chinese and in English; what is empty shows its default in grey. */
export function TextInBoth(props: {
  label: string;
  hint?: string;
  value: Both;
  defaults: { zh: string; en: string };
  max: number;
  lines?: number;
  onChange: (value: Both) => void;
}) {
  const { t } = useSurroundings();
  const { value, defaults, max, lines = 1 } = props;
  const set = (language: 'zh' | 'en', text: string) => {
    const next = { ...value, [language]: text === '' ? undefined : text };
    props.onChange(next.zh === undefined && next.en === undefined ? null : next);
  };
  return (
    <fieldset className="in-both">
      <legend>{props.label}</legend>
      {props.hint && <p className="quiet small">{props.hint}</p>}
      {(['zh', 'en'] as const).map((language) => {
        const field = {
          className: 'field',
          lang: language === 'zh' ? 'zh-CN' : 'en',
          'aria-label': `${props.label}, ${language === 'zh' ? t.inChinese : t.inEnglish}`,
          value: value?.[language] ?? '',
          placeholder: defaults[language],
          maxLength: max,
        };
        return lines > 1 ? (
          <textarea key={language} {...field} rows={lines} onChange={({ target }) => set(language, target.value)} />
        ) : (
          <input key={language} {...field} onChange={({ target }) => set(language, target.value)} />
        );
      })}
    </fieldset>
  );
}
