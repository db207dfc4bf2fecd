import { createElement, type ReactNode } from 'react';
import { createMarkdown } from '../../design/create-markdown.ts';

const render = createMarkdown<ReactNode>((type, props, ...children) => createElement(type, props, ...children));

/** Markdown as the customer sees it, the [n] marks as small figures. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="markdown">
      {render(text, (marker, key) => (
        <sup key={key} className="mark">
          {marker}
        </sup>
      ))}
    </div>
  );
}
