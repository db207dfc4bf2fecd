/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks';
import type { Card, ProductsCard } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { Comparison } from './comparison.tsx';
import { Icon } from './icon.tsx';
import { OrderCard } from './order-card.tsx';
import { Shipments } from './shipment.tsx';
import { useSurroundings } from './surroundings.ts';

function Products({ products, messageId }: Pick<ProductsCard, 'products'> & { messageId: string | null }) {
  const { t, format, compose, chat } = useSurroundings();
  useEffect(() => {
    const ids = products.map(({ id }) => id);
    if (messageId !== null) chat?.tellCards(messageId, 'shown', ids);
  }, [chat, messageId, products]);
  return (
    <ul class="products" aria-label={t.products}>
      {products.map((product) => (
        <li class="card product" key={product.id}>
          <div class="product-head">
            <div>
              <h3>{product.name}</h3>
              <p class="muted">{product.category}</p>
            </div>
            <div class="product-price">
              <span class="price strong">{format.money(product.price, product.currency)}</span>
              <span class={product.inStock ? 'stock' : 'stock out'}>{product.inStock ? t.inStock : t.soldOut}</span>
            </div>
          </div>
          <p class="product-text">{product.description}</p>
          {product.reason && product.reason !== product.category && (
            <p class="reason">
              <Icon name="spark" />
              {product.reason}
            </p>
          )}
          {compose && (
            <button
              type="button"
              class="more"
              aria-label={fill(t.askAbout, { name: product.name })}
              onClick={() => {
                if (messageId !== null) chat?.tellCards(messageId, 'clicked', [product.id]);
                compose(`${product.name} `);
              }}
            >
              {t.askAboutThis}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A card's identity within its reply. */
export function cardKey(card: Card): string {
  switch (card.type) {
    case 'order':
      return `order ${card.id}`;
    case 'shipment':
      return `shipment ${card.orderId}`;
    case 'products':
    case 'comparison':
      return `${card.type} ${card.products.map(({ id }) => id).join()}`;
  }
}

/** One card of a reply, by its type. */
export function CardView({ card, messageId }: { card: Card; messageId: string | null }) {
  const { t } = useSurroundings();
  switch (card.type) {
    case 'order':
      return <OrderCard order={card} />;
    case 'products':
      return <Products products={card.products} messageId={messageId} />;
    case 'comparison':
      return <Comparison card={card} messageId={messageId} />;
    case 'shipment':
      return (
        <article class="card" aria-label={fill(t.shipmentOf, { id: card.orderId })}>
          <header>
            <Icon name="truck" />
            <div>
              <h3>{fill(t.shipmentOf, { id: card.orderId })}</h3>
            </div>
          </header>
          <Shipments shipments={card.shipments} arrival={card.arrival} />
          {card.shipments.length === 0 && <p class="muted">{t.noEvents}</p>}
        </article>
      );
  }
}
