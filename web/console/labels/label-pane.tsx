import { useRef, useState } from 'react';
import type { IntentsBody, TurnToLabelBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';
import { addRequest, changeRequest, choicesOf, draftOf, inputOf, isComplete, removeRequest } from './draft.ts';
import { paths } from './paths.ts';
import { RequestEditor } from './request-editor.tsx';
import { TurnLabels } from './turn-labels.tsx';
import { TurnTalk } from './turn-talk.tsx';
import { useKeys } from './use-keys.ts';

/** One turn and the label being written for it; everything can be done by keys. */
export function LabelPane(props: {
  turn: TurnToLabelBody;
  place: string;
  intents: IntentsBody;
  recent: string[];
  onUsed: (intents: string[]) => void;
  onMove: (by: number) => void;
  onChanged: (turn: TurnToLabelBody) => void;
}) {
  const { t, http, staff } = useSurroundings();
  const { turn } = props;
  const [draft, setDraft] = useState(() => draftOf(turn, staff.email));
  const [active, setActive] = useState(0);
  const { busy, problem, run } = useAction();
  const pane = useRef<HTMLDivElement>(null);
  const known = new Set(props.intents.intents.map(({ id }) => id));
  const complete = isComplete(draft, known);
  const choices = choicesOf(turn, active, props.recent).filter((id) => known.has(id));
  const own = turn.labels.find(({ labeller }) => labeller === staff.email);

  const send = async (path: string, request: { method: 'PUT' | 'POST' | 'DELETE'; body?: unknown }, next: boolean) => {
    const changed = await run(() => http.json<TurnToLabelBody>(path, request));
    if (!changed) return;
    props.onChanged(changed);
    if (next) props.onMove(1);
  };
  const save = () => {
    if (!complete || busy) return;
    props.onUsed(draft.requests.map(({ intent }) => intent));
    void send(paths.label(turn.turnId), { method: 'PUT', body: inputOf(draft) }, true);
  };
  const skip = () => void send(paths.skip(turn.turnId), { method: 'POST' }, true);
  const add = () => {
    const marked = getSelection()?.toString().trim() ?? '';
    setDraft(addRequest(draft, turn.text.includes(marked) && marked !== '' ? marked : turn.text));
    setActive(draft.requests.length);
  };
  const choose = (intent: string | undefined) => {
    if (intent) setDraft(changeRequest(draft, active, { intent }));
  };
  const focus = (selector: string) => pane.current?.querySelector<HTMLElement>(selector)?.focus();
  useKeys({
    ...Object.fromEntries(choices.map((intent, index) => [String(index + 1), () => choose(intent)])),
    j: () => props.onMove(1),
    k: () => props.onMove(-1),
    s: skip,
    a: add,
    r: () => focus('.good-reply'),
    '/': () => focus('.request.active .intent-search'),
    c: () => setDraft(changeRequest(draft, active, { inContext: !draft.requests[active]?.inContext })),
    n: () => setActive((active + 1) % draft.requests.length),
    Enter: save,
  });

  return (
    <div className="label-pane" ref={pane}>
      <TurnTalk turn={turn} />
      <TurnLabels
        turn={turn}
        onSettle={(id) => void send(paths.settle(id), { method: 'POST' }, false)}
        onTakeBack={own && (() => void send(paths.label(turn.turnId), { method: 'DELETE' }, false))}
      />
      <div className="spread">
        <h2>{t.whatWanted}</h2>
        <button type="button" className="button small" title={t.addRequestHint} onClick={add}>
          {t.addRequest}
        </button>
      </div>
      {draft.requests.map((request, index) => (
        <RequestEditor
          key={request.key}
          number={index + 1}
          request={request}
          active={index === active}
          alone={draft.requests.length === 1}
          choices={index === active ? choices : choicesOf(turn, index, props.recent).filter((id) => known.has(id))}
          intents={props.intents}
          onActive={() => setActive(index)}
          onChange={(change) => setDraft(changeRequest(draft, index, change))}
          onRemove={() => {
            setDraft(removeRequest(draft, index));
            setActive(0);
          }}
        />
      ))}
      <label>
        {t.goodReply}
        <textarea
          className="field good-reply"
          rows={2}
          placeholder={t.goodReplyHint}
          value={draft.reply}
          onChange={({ target }) => setDraft({ ...draft, reply: target.value })}
        />
      </label>
      <label>
        {t.labelNote}
        <input
          className="field"
          value={draft.note}
          onChange={({ target }) => setDraft({ ...draft, note: target.value })}
        />
      </label>
      <ProblemNote problem={problem} />
      <footer className="label-actions">
        <button type="button" className="button small" onClick={() => props.onMove(-1)}>
          {t.previousTurn}
        </button>
        <span className="quiet small figure">{props.place}</span>
        <button type="button" className="button small" onClick={() => props.onMove(1)}>
          {t.nextTurn}
        </button>
        <span className="gap" />
        <button type="button" className="button" disabled={busy} onClick={skip}>
          {t.skipTurn}
        </button>
        <button type="button" className="button primary" disabled={!complete || busy} onClick={save}>
          {t.saveNext}
        </button>
      </footer>
      <p className="quiet small keys-hint">{t.keysHint}</p>
    </div>
  );
}
