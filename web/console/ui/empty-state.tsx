import type { ReactNode } from 'react';
import type { PageIconName } from '../../design/page-icons.ts';
import { Icon } from './icon.tsx';

/** What an empty page is for, and the first thing to do on it. */
export function EmptyState(props: { icon: PageIconName; title: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon name={props.icon} />
      </span>
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
    </div>
  );
}
