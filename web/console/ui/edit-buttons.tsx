import { useSurroundings } from '../surroundings.ts';
import { Icon } from './icon.tsx';

/** Edit and remove, at the end of an entry; `title` names it to screen readers. */
export function EditButtons(props: { title: string; onEdit: () => void; onRemove: () => void }) {
  const { t } = useSurroundings();
  return (
    <div className="row-actions">
      <button type="button" className="icon-button" aria-label={`${t.edit}: ${props.title}`} onClick={props.onEdit}>
        <Icon name="edit" />
      </button>
      <button type="button" className="icon-button" aria-label={`${t.remove}: ${props.title}`} onClick={props.onRemove}>
        <Icon name="trash" />
      </button>
    </div>
  );
}
