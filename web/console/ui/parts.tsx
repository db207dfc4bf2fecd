import { Children, type ReactNode } from 'react';

/** Facts in a row, each whole where there is room: a line breaks before one, not within. */
export function Parts({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span className={`parts-row ${className}`}>
      {Children.map(Children.toArray(children), (part) => (
        <span>{part}</span>
      ))}
    </span>
  );
}
