import { useRef, useState } from 'react';
import { newId } from '../../../api/new-id.ts';
import type { ChangeFormBody, ProposalOutcomeBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFooter } from '../../ui/form-footer.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { ChangeFields } from './change-fields.tsx';
import { wishWords } from './change-words.ts';
import { argumentsOf, type FieldValues, isFilledIn } from './field-values.ts';

/** Puts a change of one order to the customer; what the shop's rules forbid stands there with its rule. */
export function ProposeChange(props: { path: string; orderId: string; onClose: () => void }) {
  const { t, http, locale } = useSurroundings();
  const { path, orderId } = props;
  const { data, problem, reload } = useLoad(`${path} ${orderId} ${locale}`, (signal) =>
    http.json<ChangeFormBody[]>(`${path}/orders/${encodeURIComponent(orderId)}/changes?language=${locale}`, { signal }),
  );
  const [chosen, setChosen] = useState<string>();
  const [values, setValues] = useState<FieldValues>({});
  const [refused, setRefused] = useState<string>();
  const sending = useAction();
  /** The same until something else is wanted: what the network swallowed may be sent again and asks once. */
  const messageId = useRef(newId());
  const allowed = data?.filter((form) => form.allowed) ?? [];
  const forbidden = data?.filter((form) => !form.allowed) ?? [];
  const form = allowed.find(({ action }) => action === chosen) ?? allowed[0];

  const change = (next: FieldValues) => {
    setValues(next);
    setRefused(undefined);
    messageId.current = newId();
  };
  const send = sending.submit(async () => {
    if (!form) return;
    const body = {
      orderId,
      action: form.action,
      args: argumentsOf(form.fields, values),
      language: locale,
      messageId: messageId.current,
    };
    const answer = await http.json<ProposalOutcomeBody>(`${path}/changes`, { method: 'POST', body });
    if (answer.outcome === 'proposed') return props.onClose();
    setRefused(answer.text);
  });

  return (
    <Dialog title={fill(t.proposeFor, { id: orderId })} onClose={props.onClose}>
      <p className="quiet">{t.proposeText}</p>
      <ProblemNote problem={problem} onRetry={reload} />
      {!data && !problem && <Skeleton rows={3} />}
      {data && allowed.length === 0 && <p className="loading">{t.nothingToPropose}</p>}
      <form className="stack propose" onSubmit={send}>
        {form && (
          <>
            <label>
              <span>{t.whichChange}</span>
              <select
                className="field"
                value={form.action}
                onChange={(event) => {
                  setChosen(event.target.value);
                  change({});
                }}
              >
                {allowed.map(({ action }) => (
                  <option key={action} value={action}>
                    {wishWords(t, action)}
                  </option>
                ))}
              </select>
            </label>
            <ChangeFields fields={form.fields} values={values} onChange={change} />
          </>
        )}
        {refused && (
          <p className="problem" role="alert">
            {refused}
          </p>
        )}
        <ProblemNote problem={sending.problem} />
        {forbidden.length > 0 && (
          <details className="forbidden">
            <summary>{fill(t.forbiddenChanges, { n: forbidden.length })}</summary>
            <dl>
              {forbidden.map(({ action, why }) => (
                <div key={action}>
                  <dt>{wishWords(t, action)}</dt>
                  <dd className="quiet small">{why ?? t.nothingToChoose}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
        <FormFooter
          submit={t.askCustomer}
          disabled={!form || sending.busy || !isFilledIn(form.fields, values)}
          onClose={props.onClose}
        />
      </form>
    </Dialog>
  );
}
