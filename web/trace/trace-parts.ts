import { createElement as h, type ReactNode } from 'react';

export const milliseconds = (ms: number) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** What there is to know in pairs of a name and a value. */
export const facts = (pairs: Array<[string, string]>): ReactNode =>
  pairs.length === 0
    ? null
    : h(
        'dl',
        { key: 'facts', className: 'trace-facts' },
        pairs.map(([name, value]) => h('div', { key: name }, h('dt', null, name), h('dd', null, value))),
      );

/** What is shown only to those who ask. */
export const folded = (summary: string, body: ReactNode, key: string): ReactNode =>
  h('details', { key, className: 'trace-fold' }, h('summary', null, summary), body);
