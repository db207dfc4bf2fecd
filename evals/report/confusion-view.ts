import { type Confusion, mostConfused } from '../harness/confusion.ts';
import { type Markup, markup } from './markup.ts';

/** A matrix of more labels is drawn in small cells without the counts of what was right. */
const COMPACT_FROM = 13;
const MOST_PAIRS = 12;

/** The most confused pairs where there are many labels, and the matrix: rows should be, columns were taken for. */
export function confusionView(confusion: Confusion): Markup {
  const { name, labels } = confusion;
  const compact = labels.length >= COMPACT_FROM;
  return markup`<h3>Confusion: ${name}</h3>${compact && pairsTable(confusion)}<div class="frame" tabindex="0" role="region" aria-label="Confusion matrix of ${name}">${matrix(confusion, compact)}</div>`;
}

/** The shade is the share of the row. */
function matrix({ labels, counts }: Confusion, compact: boolean): Markup {
  const rows = labels.map((expected, row) => {
    const here = counts[row] ?? [];
    const total = here.reduce((sum, n) => sum + n, 0);
    const cells = here.map((n, column) => {
      const right = row === column;
      const shade = total === 0 ? 0 : Math.round((n / total) * 100);
      const words = `${n} of ${total} ${expected} taken for ${labels[column]}`;
      if (n === 0) return markup`<td class="none">${compact ? '' : '·'}</td>`;
      return markup`<td class="${right ? 'right' : 'wrong'}" style="--share:${shade}%" title="${words}">${compact && right ? '' : n}</td>`;
    });
    return markup`<tr><th scope="row">${expected}</th>${cells}<td class="total">${total}</td></tr>`;
  });
  const heads = [...labels, 'all'].map((label) => markup`<th scope="col"><span>${label}</span></th>`);
  return markup`<table class="confusion ${compact && 'compact'}"><thead><tr><td class="quiet">should be ↓ taken for →</td>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

function pairsTable(confusion: Confusion): Markup {
  const pairs = mostConfused(confusion);
  if (pairs.length === 0) return markup`<p class="quiet">Nothing was taken for anything else.</p>`;
  const rows = pairs
    .slice(0, MOST_PAIRS)
    .map(
      ({ expected, actual, count, total }) =>
        markup`<tr><td>${expected}</td><td>${actual}</td><td class="figure">${count} of ${total}</td><td class="share"><span class="bar"><span class="value" style="inline-size:${((count / total) * 100).toFixed(1)}%"></span></span></td></tr>`,
    );
  const left = pairs.length - rows.length;
  return markup`<table class="plain pairs"><thead><tr><th>Should be</th><th>Taken for</th><th class="figure">Times</th><th>Share</th></tr></thead><tbody>${rows}</tbody></table>${left > 0 && markup`<p class="quiet">And ${left} more ${left === 1 ? 'pair' : 'pairs'} in the matrix.</p>`}`;
}
