import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { addLines } from './chips.ts';
import { Icon } from './icon.tsx';

/** Short texts as chips: Enter adds what was typed, a paste of several lines adds each of them. */
export function ChipsInput(props: {
  label: string;
  hint: string;
  values: string[];
  lang?: string;
  onChange: (values: string[]) => void;
}) {
  const { t } = useSurroundings();
  const { values, onChange } = props;
  const [text, setText] = useState('');
  const id = useId();
  const add = (more: string) => {
    setText('');
    onChange(addLines(values, more));
  };
  const keys = (event: KeyboardEvent) => {
    // Enter within an input method chooses its word.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '') onChange(values.slice(0, -1));
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (!pasted.includes('\n')) return;
    event.preventDefault();
    add(text + pasted);
  };
  return (
    <div className="chips-field">
      <label htmlFor={id}>{props.label}</label>
      <div className="chips-box">
        {values.map((value) => (
          <span key={value} className="value-chip" lang={props.lang}>
            {value}
            <button
              type="button"
              aria-label={fill(t.removeVariant, { text: value })}
              onClick={() => onChange(values.filter((other) => other !== value))}
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
        <input
          id={id}
          lang={props.lang}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={keys}
          onPaste={paste}
          onBlur={() => text.trim() && add(text)}
        />
      </div>
      <span className="quiet small">{props.hint}</span>
    </div>
  );
}
