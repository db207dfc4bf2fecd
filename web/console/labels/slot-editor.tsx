import type { IntentsBody } from '../../api/types.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { type DraftSlot, nextKey } from './draft.ts';

type Slots = DraftSlot[];

/** What the request names: orders, products, days. */
export function SlotEditor(props: { slots: Slots; names: IntentsBody['slots']; onChange: (slots: Slots) => void }) {
  const { t, locale } = useSurroundings();
  const { slots, names, onChange } = props;
  const put = (at: number, change: Partial<Slots[number]>) =>
    onChange(slots.map((slot, index) => (index === at ? { ...slot, ...change } : slot)));
  return (
    <div className="slot-editor">
      {slots.map((slot, index) => (
        <span className="slot" key={slot.key}>
          <select
            aria-label={t.slotName}
            value={slot.name}
            onChange={({ target }) => put(index, { name: names.find((name) => name === target.value) ?? slot.name })}
          >
            {names.map((name) => (
              <option key={name} value={name}>
                {insightName('slots', name, locale)}
              </option>
            ))}
          </select>
          <input
            aria-label={t.slotValue}
            placeholder={t.slotValue}
            value={slot.value}
            onChange={({ target }) => put(index, { value: target.value })}
          />
          <button
            type="button"
            aria-label={t.remove}
            onClick={() => onChange(slots.filter((_, other) => other !== index))}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <button
        type="button"
        className="plain small"
        onClick={() => onChange([...slots, { key: nextKey(), name: 'orderIds', value: '' }])}
      >
        + {t.addSlot}
      </button>
    </div>
  );
}
