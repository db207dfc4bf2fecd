import type { LedgerRowBody } from '../../../api/types.ts';
import './changed-fields.css';

/** Rows of a `<dl class="changed">`: each field as it was, where something stood there, and as it becomes. */
export function ChangedFields({ changes }: { changes: LedgerRowBody['changes'] }) {
  return changes.map(({ field, from, to }) => (
    <div key={`${field} ${to}`}>
      <dt>{field}</dt>
      <dd>
        {from && <del>{from}</del>} <ins>{to ?? '—'}</ins>
      </dd>
    </div>
  ));
}
