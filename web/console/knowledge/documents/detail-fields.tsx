import { useId } from 'react';
import { useSurroundings } from '../../surroundings.ts';

/** The language of a document's text; null leaves it to the program. */
export function LanguageField(props: { value: 'zh' | 'en' | null; onChange: (value: 'zh' | 'en' | null) => void }) {
  const { t } = useSurroundings();
  return (
    <label>
      {t.contentLanguage}
      <select
        className="field"
        value={props.value ?? ''}
        onChange={({ target }) => props.onChange(target.value === 'zh' || target.value === 'en' ? target.value : null)}
      >
        <option value="">{t.anyLanguage}</option>
        <option value="zh">{t.zh}</option>
        <option value="en">{t.en}</option>
      </select>
    </label>
  );
}

/** Who may see answers from it, with the audiences that other documents name. */
export function AudienceField(props: { value: string; known: string[]; onChange: (value: string) => void }) {
  const { t } = useSurroundings();
  const list = useId();
  return (
    <label>
      {t.audience}
      <input
        className="field"
        list={list}
        maxLength={100}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <datalist id={list}>
        {[...new Set(['public', ...props.known])].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <span className="quiet small">{t.audienceHint}</span>
    </label>
  );
}
