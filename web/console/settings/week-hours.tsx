import type { OperatorSettingsBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';

export type WeekHours = NonNullable<OperatorSettingsBody['shop']['hours']>;

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const USUAL = { open: '09:00', close: '18:00' };

/** Hours by day as the shop's files may have them; undefined for anything else. */
export function hoursByDay(value: unknown): WeekHours {
  const given = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const ofDay = (day: string): WeekHours['monday'] => {
    const hours: unknown = given.find(([name]) => name === day)?.[1];
    if (typeof hours !== 'object' || hours === null || !('open' in hours) || !('close' in hours)) return null;
    return typeof hours.open === 'string' && typeof hours.close === 'string'
      ? { open: hours.open, close: hours.close }
      : null;
  };
  const known = DAYS.some((day) => ofDay(day) !== null);
  const weekday = (day: (typeof DAYS)[number]) =>
    known ? ofDay(day) : day === 'saturday' || day === 'sunday' ? null : USUAL;
  return {
    monday: weekday('monday'),
    tuesday: weekday('tuesday'),
    wednesday: weekday('wednesday'),
    thursday: weekday('thursday'),
    friday: weekday('friday'),
    saturday: weekday('saturday'),
    sunday: weekday('sunday'),
  };
}

/** When people answer, one line a day. */
export function WeekHoursFields(props: { hours: WeekHours; onChange: (hours: WeekHours) => void }) {
  const { t } = useSurroundings();
  const { hours, onChange } = props;
  return (
    <ul className="week-hours">
      {DAYS.map((day) => {
        const open = hours[day];
        const time = (end: 'open' | 'close', words: string) =>
          open && (
            <input
              className="field"
              type="time"
              required
              aria-label={`${t[day]}, ${words}`}
              value={open[end]}
              onChange={({ target }) => onChange({ ...hours, [day]: { ...open, [end]: target.value } })}
            />
          );
        return (
          <li key={day}>
            <label className="check">
              <input
                type="checkbox"
                checked={open !== null}
                onChange={({ target }) => onChange({ ...hours, [day]: target.checked ? USUAL : null })}
              />
              {t[day]}
            </label>
            {open ? (
              <span className="week-times">
                {time('open', t.hoursFrom)}
                <span aria-hidden="true">–</span>
                {time('close', t.hoursUntil)}
              </span>
            ) : (
              <span className="quiet">{t.hoursClosedDay}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
