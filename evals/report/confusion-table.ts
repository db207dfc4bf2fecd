import type { Confusion } from '../harness/suite.ts';
import { type Markup, markup } from './markup.ts';

/** Rows: what it should have been; columns: what it was taken for; the shade is the share of the row. */
export function confusionTable({ name, labels, counts }: Confusion): Markup {
  const rows = labels.map((expected, row) => {
    const here = counts[row] ?? [];
    const total = here.reduce((sum, n) => sum + n, 0);
    const cells = here.map((n, column) => {
      const kind = row === column ? 'right' : 'wrong';
      const shade = total === 0 ? 0 : Math.round((n / total) * 100);
      const words = `${n} of ${total} ${expected} taken for ${labels[column]}`;
      return n === 0
        ? markup`<td class="none">·</td>`
        : markup`<td class="${kind}" style="--share:${shade}%" title="${words}">${n}</td>`;
    });
    return markup`<tr><th scope="row">${expected}</th>${cells}<td class="total">${total}</td></tr>`;
  });
  return markup`<h3>Confusion: ${name}</h3><div class="frame" tabindex="0" role="region" aria-label="Confusion matrix of ${name}"><table class="confusion"><thead><tr><td class="quiet">should be ↓ taken for →</td>${labels.map((label) => markup`<th scope="col">${label}</th>`)}<th scope="col">all</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
