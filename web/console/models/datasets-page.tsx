import { useState } from 'react';
import type { CreatedDatasetBody, DatasetBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { navigate } from '../router.tsx';
import { saveFile } from '../save-file.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { IntentCounts } from './intent-counts.tsx';
import { paths } from './paths.ts';
import './models.css';

/** The versions of the data, newest first. */
export default function DatasetsPage() {
  const { t, http, format } = useSurroundings();
  const { data, problem, reload } = useLoad('datasets', (signal) =>
    http.json<DatasetBody[]>(paths.datasets, { signal }),
  );
  const [note, setNote] = useState('');
  const [told, setTold] = useState('');
  const { busy, problem: fault, run, submit } = useAction();

  const create = async () => {
    const made = await http.json<CreatedDatasetBody>(paths.datasets, { method: 'POST', body: { note } });
    setTold(made.created ? '' : fill(t.datasetUnchanged, { version: made.version }));
    setNote('');
    reload();
  };
  const train = (dataset: number) =>
    run(async () => {
      await http.json(paths.training, { method: 'POST', body: { dataset } });
      navigate('qa/models');
    });
  const download = (version: number) =>
    run(() => saveFile(http, paths.datasetFile(version), `dataset-${version}.jsonl`));
  return (
    <section className="page">
      <PageHead title={t.datasets} text={t.datasetsText}>
        <form className="head-actions" onSubmit={submit(create)}>
          <input
            className="field dataset-note"
            placeholder={t.datasetNote}
            aria-label={t.datasetNote}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          <button type="submit" className="button primary" disabled={busy}>
            <Icon name="plus" />
            {t.newDataset}
          </button>
        </form>
      </PageHead>
      <div aria-live="polite">{told && <p className="note">{told}</p>}</div>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      {!data && !problem && <Skeleton rows={3} />}
      {data?.length === 0 && <EmptyState icon="box" title={t.noDatasets} text={t.noDatasetsText} />}
      <ul className="stack">
        {data?.map(({ version, counts, createdAt, createdBy, hash, note: purpose }) => (
          <li key={version} className="panel dataset">
            <div className="spread">
              <h2>{fill(t.datasetN, { version })}</h2>
              <div className="row-actions">
                <button type="button" className="button small" disabled={busy} onClick={() => void train(version)}>
                  {t.trainOnThis}
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t.downloadFile}
                  title={t.downloadFile}
                  onClick={() => void download(version)}
                >
                  <Icon name="download" />
                </button>
              </div>
            </div>
            {purpose && <p>{purpose}</p>}
            <p className="figure">
              {fill(t.datasetCounts, { labels: counts.labels, held: counts.held, rows: counts.rows })}
            </p>
            <p className="quiet small figure">
              {fill(t.datasetLanguages, { zh: counts.languages.zh ?? 0, en: counts.languages.en ?? 0 })}
              {' · '}
              {fill(t.byAt, { name: createdBy ?? '', time: format.moment(createdAt) })}
              {' · '}
              <span className="mono" title={hash}>
                {hash.slice(0, 12)}
              </span>
            </p>
            <details>
              <summary className="quiet small">{t.countsByIntent}</summary>
              <IntentCounts counts={counts} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
