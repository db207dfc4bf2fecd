/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks';
import type { ComparisonCard } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from './surroundings.ts';

/** Products side by side. The table scrolls inside itself, by keyboard too; what is alike is quieter. */
export function Comparison({ card, messageId }: { card: ComparisonCard; messageId: string | null }) {
  const { t, compose, chat } = useSurroundings();
  const { products, rows } = card;
  useEffect(() => {
    const ids = products.map(({ id }) => id);
    if (messageId !== null) chat?.tellCards(messageId, 'shown', ids);
  }, [chat, messageId, products]);
  return (
    <section class="card comparison" aria-label={t.comparison} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {products.map((product) => (
              <th key={product.id} scope="col">
                {compose ? (
                  <button
                    type="button"
                    aria-label={fill(t.askAbout, { name: product.name })}
                    onClick={() => {
                      if (messageId !== null) chat?.tellCards(messageId, 'clicked', [product.id]);
                      compose(`${product.name} `);
                    }}
                  >
                    {product.name}
                  </button>
                ) : (
                  product.name
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} class={row.differs ? undefined : 'alike'}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, index) => (
                <td key={products[index]?.id}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
