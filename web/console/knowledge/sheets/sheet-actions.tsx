import { saveFile } from '../../save-file.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';

/** What a list that is also a sheet offers at its head: take a sheet in, save it as one, write an entry. */
export function SheetActions(props: {
  /** The list's address; its sheet is below it. */
  path: string;
  fileName: string;
  empty: boolean;
  newEntry: string;
  onImport: () => void;
  onNew: () => void;
  /** Carries out what may fail, and shows why. */
  run: (work: () => Promise<unknown>) => Promise<unknown>;
}) {
  const { t, http } = useSurroundings();
  const save = () => saveFile(http, `${props.path}/export?format=csv`, props.fileName);
  return (
    <div className="head-actions">
      <button type="button" className="button" onClick={props.onImport}>
        {t.importSheet}
      </button>
      <button type="button" className="button" disabled={props.empty} onClick={() => void props.run(save)}>
        {t.exportSheet}
      </button>
      <button type="button" className="button primary" onClick={props.onNew}>
        <Icon name="plus" />
        {props.newEntry}
      </button>
    </div>
  );
}
