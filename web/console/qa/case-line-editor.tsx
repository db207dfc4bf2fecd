import type { EvalCaseInputBody } from '../../api/types.ts';
import { insightChoices, insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';

type Line = EvalCaseInputBody['lines'][number];
const ROUTES = ['knowledge', 'order', 'recommend', 'clarify', 'escalate', 'smalltalk', 'decline'] as const;

/** One to a line, while it is typed; empty lines go when it is kept. */
const wordsOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** What the customer says, and what must hold of the reply. */
export function CaseLineEditor(props: {
  line: Line;
  alone: boolean;
  onChange: (line: Line) => void;
  onRemove: () => void;
}) {
  const { t, locale } = useSurroundings();
  const { line, onChange } = props;
  const { expect } = line;
  const known = insightChoices('intents', locale);
  // A shop may have trained intents of its own.
  const own = expect.intent !== undefined && !known.some(({ value }) => value === expect.intent) ? [expect.intent] : [];
  const intents = [...own.map((value) => ({ value, words: value })), ...known];
  const set = (change: Partial<Line['expect']>) => onChange({ ...line, expect: { ...expect, ...change } });
  const lists = [
    { key: 'says', words: t.expectSays },
    { key: 'not', words: t.expectNot },
    { key: 'cites', words: t.expectCites },
  ] as const;
  return (
    <fieldset className="panel case-line">
      <div className="case-said">
        <label>
          {t.customerSays}
          <textarea
            className="field"
            rows={2}
            required
            maxLength={2_000}
            value={line.say}
            onChange={({ target }) => onChange({ ...line, say: target.value })}
          />
        </label>
        {!props.alone && (
          <button
            type="button"
            className="icon-button"
            aria-label={t.removeLine}
            title={t.removeLine}
            onClick={props.onRemove}
          >
            <Icon name="trash" />
          </button>
        )}
      </div>
      <div className="case-fields">
        <label>
          {t.expectRoute}
          <select
            className="field"
            value={expect.route ?? ''}
            onChange={({ target }) => set({ route: ROUTES.find((route) => route === target.value) })}
          >
            <option value="">{t.anyWord}</option>
            {ROUTES.map((route) => (
              <option key={route} value={route}>
                {insightName('routes', route, locale)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.expectIntent}
          <select
            className="field"
            value={expect.intent ?? ''}
            onChange={({ target }) => set({ intent: target.value === '' ? undefined : target.value })}
          >
            <option value="">{t.anyWord}</option>
            {intents.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.expectPerson}
          <select
            className="field"
            value={String(expect.person ?? '')}
            onChange={({ target }) => set({ person: target.value === '' ? undefined : target.value === 'true' })}
          >
            <option value="">{t.anyWord}</option>
            <option value="true">{t.personYes}</option>
            <option value="false">{t.personNo}</option>
          </select>
        </label>
        {lists.map(({ key, words }) => (
          <label key={key}>
            {words}
            <textarea
              className="field"
              rows={2}
              value={expect[key].join('\n')}
              onChange={({ target }) => set({ [key]: wordsOf(target.value) })}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
