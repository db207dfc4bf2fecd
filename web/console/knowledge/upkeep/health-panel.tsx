import { fill } from '../../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../../i18n/dictionary.ts';
import { Link } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { percent } from '../../ui/percent.ts';
import type { Health } from './use-health.ts';

const NAMES: Record<string, keyof ConsoleDictionary> = {
  postgres: 'dependencyPostgres',
  index: 'dependencyIndex',
  chroma: 'dependencyChroma',
  vectors: 'dependencyVectors',
  embedding_model: 'dependencyEmbeddingModel',
  queue: 'dependencyQueue',
  worker: 'dependencyWorker',
};
/** What the search stands on beside the database; without the others it is whole, and files wait. */
const SEARCHED = new Set(['index', 'chroma', 'vectors', 'embedding_model']);
const LOOKS = { building: 'pill warm', up: 'pill good', repairing: 'pill warm', down: 'pill bad' };

function Dependency({ name, state }: { name: string; state: Health['readiness']['dependencies'][string] }) {
  const { t } = useSurroundings();
  const word = NAMES[name];
  const states = { building: t.beingBuilt, up: t.up, repairing: t.repairing, down: t.down };
  const notes = [
    state.missing ? fill(t.waitingPassages, { n: state.missing }) : null,
    state.building
      ? fill(t.building, { done: state.building.done, all: state.building.total, model: state.building.model })
      : (state.model ?? null),
    name === 'worker' && state.state === 'down' ? t.workerDown : null,
  ];
  return (
    <li>
      <span className="strong">{word ? t[word] : name}</span>
      <span className={LOOKS[state.state]}>{states[state.state]}</span>
      <span className="quiet small">{notes.filter(Boolean).join(' · ')}</span>
    </li>
  );
}

/** Documents, passages and what the search stands on, at a glance. */
export function HealthPanel({ health }: { health: Health }) {
  const { t, format } = useSurroundings();
  const { readiness, states, passages, at } = health;
  const all = Object.entries(readiness.dependencies);
  const down = all.filter(([, { state }]) => state === 'down');
  const stopped = readiness.status !== 'ready' || down.some(([, { required }]) => required);
  const limited = down.some(([name]) => SEARCHED.has(name))
    ? ([t.healthLimited, 'warm'] as const)
    : ([t.healthFine, 'good'] as const);
  const verdict = stopped ? ([t.healthDown, 'bad'] as const) : limited;
  const notes = [
    states.failed > 0 ? fill(t.healthFailed, { n: states.failed }) : null,
    states.review > 0 ? fill(t.healthReview, { n: states.review }) : null,
    states.underway > 0 ? fill(t.healthBusy, { n: states.underway }) : null,
  ].filter(Boolean);
  return (
    <section className="health" aria-label={t.upkeep}>
      <div className="panel figure-panel">
        <h2>{t.healthDocuments}</h2>
        <p className="big figure">{states.all}</p>
        <p className={states.failed > 0 ? 'fault' : 'quiet small'}>
          {notes.length > 0 ? <Link to="knowledge/documents">{notes.join(' · ')}</Link> : t.healthAllReady}
        </p>
      </div>
      <div className="panel figure-panel">
        <h2>{t.healthPassages}</h2>
        <p className="big figure">{passages.toLocaleString()}</p>
        <p className="quiet small">{states.all > 0 ? `${percent(states.ready / states.all)} ${t.statusReady}` : '–'}</p>
      </div>
      <div className="panel search-panel">
        <h2>
          {t.healthServices} <span className={`pill ${verdict[1]}`}>{verdict[0]}</span>
          <span className="quiet small checked-at">{fill(t.healthChecked, { time: format.time(at) })}</span>
        </h2>
        <ul>
          {all.map(([name, state]) => (
            <Dependency key={name} name={name} state={state} />
          ))}
        </ul>
      </div>
    </section>
  );
}
