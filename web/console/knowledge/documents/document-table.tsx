import { useEffect, useRef, useState } from 'react';
import type { DocumentBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Order, SortKey } from './document-facts.ts';
import { type DocumentActions, DocumentRow } from './document-row.tsx';

/** Rows that are drawn before somebody asks for more. */
const STEP = 100;

function SortHead(props: {
  by: SortKey;
  words: string;
  order: Order;
  onOrder: (order: Order) => void;
  figure?: boolean;
}) {
  const { by, words, order, onOrder, figure } = props;
  const active = order.by === by;
  return (
    <th
      scope="col"
      className={figure ? 'figure' : undefined}
      aria-sort={active ? (order.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={active ? 'sort active' : 'sort'}
        onClick={() => onOrder({ by, down: active ? !order.down : by !== 'title' && by !== 'status' })}
      >
        {words}
        <Icon name={active && !order.down ? 'ascending' : 'down'} />
      </button>
    </th>
  );
}

function ChooseAll(props: { count: number; all: number; onChange: (chosen: boolean) => void }) {
  const { t } = useSurroundings();
  const box = useRef<HTMLInputElement>(null);
  const some = props.count > 0 && props.count < props.all;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={t.selectAll}
      checked={props.all > 0 && props.count === props.all}
      onChange={(event) => props.onChange(event.target.checked)}
    />
  );
}

/** The documents: a table where there is room, cards where there is not. */
export function DocumentTable(props: {
  documents: DocumentBody[];
  order: Order;
  onOrder: (order: Order) => void;
  chosen: Set<string>;
  onChoose: (chosen: Set<string>) => void;
  actions: DocumentActions;
}) {
  const { t } = useSurroundings();
  const { documents, order, onOrder, chosen, onChoose, actions } = props;
  const [drawn, setDrawn] = useState(STEP);
  const choose = (ids: string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  const head = { order, onOrder };
  return (
    <div className="table-frame">
      <table className="table documents">
        <thead>
          <tr>
            <td className="choose">
              <ChooseAll
                count={documents.filter(({ id }) => chosen.has(id)).length}
                all={documents.length}
                onChange={(on) =>
                  choose(
                    documents.map(({ id }) => id),
                    on,
                  )
                }
              />
            </td>
            <SortHead by="title" words={t.columnTitle} {...head} />
            <SortHead by="status" words={t.columnStatus} {...head} />
            <SortHead by="version" words={t.columnVersion} figure {...head} />
            <SortHead by="pages" words={t.columnPages} figure {...head} />
            <SortHead by="chunks" words={t.columnChunks} figure {...head} />
            <SortHead by="sync" words={t.columnSync} {...head} />
            <td />
          </tr>
        </thead>
        <tbody>
          {documents.slice(0, drawn).map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              chosen={chosen.has(document.id)}
              onChoose={(on) => choose([document.id], on)}
              actions={actions}
            />
          ))}
        </tbody>
      </table>
      {documents.length > drawn && (
        <p className="table-more">
          <button type="button" className="button small" onClick={() => setDrawn(drawn + STEP)}>
            {t.more}
          </button>
        </p>
      )}
    </div>
  );
}
