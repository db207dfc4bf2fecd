import { useState } from 'react';
import type { HandoffRuleBody, HandoffRuleInputBody } from '../../../api/types.ts';
import { insightChoices } from '../../i18n/insight-names.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ChipsInput } from '../../ui/chips-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFooter } from '../../ui/form-footer.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useAction } from '../../use-action.ts';

/** A rule: its name, what happens, and the conditions that must all hold. */
export function RuleForm(props: {
  rule: HandoffRuleBody | null;
  onSave: (rule: HandoffRuleInputBody) => Promise<void>;
  onClose: () => void;
}) {
  const { t, locale } = useSurroundings();
  const { rule } = props;
  const [name, setName] = useState(rule?.name ?? '');
  const [action, setAction] = useState<'handoff' | 'offer'>(rule?.action ?? 'handoff');
  const [enabled, setEnabled] = useState(rule?.enabled ?? true);
  const [conditions, setConditions] = useState(rule?.conditions ?? {});
  const { busy, problem, submit } = useAction();
  const set = (changed: HandoffRuleInputBody['conditions']) => {
    const given = Object.entries({ ...conditions, ...changed }).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    );
    setConditions(Object.fromEntries(given));
  };
  const enough = name.trim() !== '' && Object.keys(conditions).length > 0;
  return (
    <Dialog title={rule ? t.editRule : t.newRule} onClose={props.onClose}>
      <form className="stack" onSubmit={submit(() => props.onSave({ name: name.trim(), action, enabled, conditions }))}>
        <label>
          {t.ruleName}
          <input className="field" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </label>
        <Segments
          label={t.ruleAction}
          value={action}
          options={[
            { value: 'handoff', words: t.actionHandoff },
            { value: 'offer', words: t.actionOffer },
          ]}
          onChange={setAction}
        />
        <ChipsInput
          label={t.ruleWords}
          hint={t.ruleWordsHint}
          values={conditions.words ?? []}
          onChange={(words) => set({ words })}
        />
        <ChipsInput
          label={t.ruleIntents}
          hint={t.ruleIntentsHint}
          values={conditions.intents ?? []}
          choices={insightChoices('intents', locale)}
          onChange={(intents) => set({ intents })}
        />
        <ChipsInput
          label={t.ruleCustomers}
          hint={t.ruleCustomersHint}
          values={conditions.customers ?? []}
          onChange={(customers) => set({ customers })}
        />
        <label>
          {t.ruleAmount}
          <input
            className="field"
            type="number"
            min={0}
            step="any"
            value={conditions.minAmount ?? ''}
            onChange={(event) => set({ minAmount: event.target.value === '' ? undefined : event.target.valueAsNumber })}
          />
        </label>
        <label>
          {t.ruleHours}
          <select
            className="field"
            value={conditions.hours ?? ''}
            onChange={({ target }) =>
              set({ hours: target.value === 'open' || target.value === 'closed' ? target.value : undefined })
            }
          >
            <option value="">{t.hoursAny}</option>
            <option value="open">{t.hoursOpen}</option>
            <option value="closed">{t.hoursClosed}</option>
          </select>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={conditions.mood === 'angry'}
            onChange={(event) => set({ mood: event.target.checked ? 'angry' : undefined })}
          />
          {t.ruleMood}
        </label>
        <label className="check">
          <input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />
          {t.ruleOn}
        </label>
        <ProblemNote problem={problem} />
        <FormFooter submit={t.save} disabled={!enough || busy} onClose={props.onClose}>
          {!enough && <p className="quiet small">{t.ruleNeeds}</p>}
        </FormFooter>
      </form>
    </Dialog>
  );
}
