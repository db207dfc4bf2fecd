import type { DocumentVersionBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { saveFile } from '../../save-file.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { paths } from '../paths.ts';
import { fileSize } from './file-size.ts';

/** The versions that answered before, who handed them in, when they answered, and their files. Nothing without any. */
export function OldVersions({ id }: { id: string }) {
  const { t, http, format } = useSurroundings();
  const { data, problem, reload } = useLoad(`versions ${id}`, (signal) =>
    http.json<DocumentVersionBody[]>(paths.documentVersions(id), { signal }),
  );
  const { problem: fault, run } = useAction();
  if (!problem && !data?.length) return null;
  return (
    <section className="panel" aria-label={t.oldVersions}>
      <h2>{t.oldVersions}</h2>
      <p className="quiet small">{t.oldVersionsText}</p>
      <ProblemNote problem={problem} onRetry={reload} />
      <ProblemNote problem={fault} />
      <ul className="old-versions">
        {data?.map((one) => {
          const name = fill(t.downloadVersion, { version: one.version });
          const about = [
            one.bytes === null ? null : fileSize(one.bytes),
            one.handedInBy ? fill(t.by, { name: one.handedInBy }) : null,
            one.publishedAt && `${format.moment(one.publishedAt)} – ${format.moment(one.replacedAt)}`,
          ];
          return (
            <li key={one.version}>
              <span>
                <span className="strong">{one.version}</span> {one.fileName}
                <span className="quiet small"> {about.filter(Boolean).join(' · ')}</span>
              </span>
              <button
                type="button"
                className="icon-button"
                title={name}
                aria-label={name}
                onClick={() => void run(() => saveFile(http, paths.documentFile(id, one.version), one.fileName))}
              >
                <Icon name="download" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
