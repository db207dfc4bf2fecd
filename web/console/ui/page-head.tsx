import { type ReactNode, useEffect } from 'react';
import { useSurroundings } from '../surroundings.ts';

/** A page's name, what it is for, and its main action. */
export function PageHead(props: { title: string; text: string; children?: ReactNode }) {
  const { t } = useSurroundings();
  useEffect(() => {
    document.title = `${props.title} · ${t.name}`;
  }, [props.title, t]);
  return (
    <header className="page-head">
      <div>
        <h1>{props.title}</h1>
        <p>{props.text}</p>
      </div>
      {props.children}
    </header>
  );
}
