import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { addLines } from './chips.ts';
import { Icon } from './icon.tsx';

/** Short texts as chips: Enter adds what was typed or chosen, a paste of several lines adds each of them. */
export function ChipsInput(props: {
  label: string;
  hint: string;
  values: string[];
  lang?: string;
  /** What may be chosen, and what a chip of it is called; other texts may be written all the same. */
  choices?: ReadonlyArray<{ value: string; words: string }>;
  onChange: (values: string[]) => void;
}) {
  const { t } = useSurroundings();
  const { values, choices, onChange } = props;
  const [text, setText] = useState('');
  const id = useId();
  const called = (value: string) => choices?.find((choice) => choice.value === value)?.words ?? value;
  const add = (more: string) => {
    setText('');
    onChange(addLines(values, choices?.find(({ words }) => words === more.trim())?.value ?? more));
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
            {called(value)}
            <button
              type="button"
              aria-label={fill(t.removeVariant, { text: called(value) })}
              onClick={() => onChange(values.filter((other) => other !== value))}
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
        <input
          id={id}
          lang={props.lang}
          list={choices && `${id}-choices`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={keys}
          onPaste={paste}
          onBlur={() => text.trim() && add(text)}
        />
      </div>
      {choices && (
        <datalist id={`${id}-choices`}>
          {choices.map(({ value, words }) => (
            <option key={value} value={words} />
          ))}
        </datalist>
      )}
      <span className="quiet small">{props.hint}</span>
    </div>
  );
}
