import {
  Fragment,
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { matchItems, type PaletteItem } from './match-items.ts';
import './palette.css';
import { useItems } from './use-items.ts';

/** A field with a list below it (ARIA's combobox with a listbox): typed into, gone through with the arrows. */
export default function Palette(props: {
  actions: ReadonlyArray<Pick<PaletteItem, 'key' | 'icon' | 'title' | 'run'>>;
  onClose: () => void;
}) {
  const { t } = useSurroundings();
  const box = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const id = useId();
  // The server may answer late; what is at hand fits what is typed at once, so that Enter never runs an older match.
  const found = matchItems(useItems(useDeferredValue(typed), props.actions), typed);
  const at = Math.min(chosen, found.length - 1);
  const optionId = (place: number) => `${id}-option-${place}`;
  // Before it leaves the page: a window that is gone gives no focus back.
  useLayoutEffect(() => {
    const { current } = box;
    current?.showModal();
    return () => current?.close();
  }, []);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-option-${at}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, id]);

  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    props.onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method takes these keys for its own list.
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setChosen(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[at]);
    }
  };
  return (
    <dialog
      ref={box}
      className="dialog palette"
      aria-label={t.paletteTitle}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === box.current) props.onClose();
      }}
    >
      <div className="palette-body">
        <div className="palette-field">
          <Icon name="search" />
          <input
            role="combobox"
            aria-label={t.paletteTitle}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={found.length > 0 ? optionId(at) : undefined}
            placeholder={t.palettePlaceholder}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div id={`${id}-list`} ref={list} role="listbox" aria-label={t.paletteTitle} className="palette-list">
          {found.map((item, index) => (
            <Fragment key={item.key}>
              {item.group !== found[index - 1]?.group && (
                <p className="palette-group" aria-hidden="true">
                  {item.group}
                </p>
              )}
              <button
                type="button"
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onClick={() => run(item)}
                onPointerMove={() => setChosen(index)}
              >
                <Icon name={item.icon} />
                <span>{item.title}</span>
                {item.detail !== undefined && <span className="quiet small">{item.detail}</span>}
              </button>
            </Fragment>
          ))}
        </div>
        {found.length === 0 && <p className="palette-nothing quiet">{t.paletteNothing}</p>}
        <p className="palette-keys quiet small">{t.paletteKeys}</p>
        <p className="hidden" role="status">
          {fill(t.paletteCount, { n: found.length })}
        </p>
      </div>
    </dialog>
  );
}
