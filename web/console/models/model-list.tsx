import type { ModelBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';

/** The models, newest first. */
export function ModelList(props: { models: ModelBody[]; chosen: number; onChoose: (version: number) => void }) {
  const { t, format } = useSurroundings();
  const work = { intents: t.atWork, router: t.atWorkRouter, writer: t.atWorkWriter };
  const gateOf = ({ gate }: ModelBody) =>
    gate === null
      ? { tone: 'pill warm', words: t.gateNone }
      : gate.passed
        ? { tone: 'pill', words: t.gatePassed }
        : { tone: 'pill bad', words: t.gateFailed };
  return (
    <ol className="turn-list">
      {props.models.map((model) => (
        <li key={model.version}>
          <button
            type="button"
            className="turn-entry"
            aria-current={model.version === props.chosen ? 'true' : undefined}
            onClick={() => props.onChoose(model.version)}
          >
            <span className="strong">{fill(t.modelN, { version: model.version })}</span>
            <span className="turn-facts">
              {model.current
                // Version 0 stands for the models of the settings too, which is no news.
                .filter((task) => model.version > 0 || task === 'intents')
                .map((task) => (
                  <span key={task} className="pill good">
                    {work[task]}
                  </span>
                ))}
              {model.version > 0 && <span className={gateOf(model).tone}>{gateOf(model).words}</span>}
              <span className="quiet small">
                {model.version === 0 ? t.shippedModel : (model.name ?? fill(t.ofDataset, { n: model.dataset ?? '' }))}
              </span>
              {model.createdAt && <span className="quiet small">{format.moment(model.createdAt)}</span>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
