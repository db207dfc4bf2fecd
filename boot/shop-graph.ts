import type { Engine } from '../graph/engines/engine.ts';
import { createLocalEngine } from '../graph/engines/local.ts';
import type { GraphDeps } from '../graph/graph.ts';
import { WRITE_TOOLS } from '../graph/nodes/orders.ts';
import { readOpeningHours } from '../graph/opening-hours.ts';
import { supportHoursText } from '../graph/support-hours.ts';
import type { Retriever } from '../knowledge/types.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { allTexts } from '../stores/local-text.ts';
import { createOrderStore } from '../stores/orders.ts';
import { createProductStore, type Product } from '../stores/products.ts';
import { createPurchaseStore } from '../stores/purchases.ts';
import { readShop } from '../stores/shop-settings.ts';
import { createFindOrdersTool } from '../tools/find-orders.ts';
import { readExclusions } from '../tools/may-recommend.ts';
import type { VariantOptions } from '../tools/order-card.ts';
import { parsePolicy } from '../tools/policy.ts';
import { optionsText } from '../tools/product-view.ts';
import { createRecommendProductsTool } from '../tools/recommend-products.ts';
import { createSearchProductsTool } from '../tools/search-products.ts';
import { createConfirmationSettler } from '../tools/settle-confirmation.ts';
import { createTrackShipmentTool } from '../tools/track-shipment.ts';
import { type IntentModel, loadModel } from '../understanding/model-file.ts';
import { createCatalogueIndex } from '../understanding/slots/catalogue-index.ts';
import { createOrderShapes } from '../understanding/slots/order-shapes.ts';
import { createSwitchableUnderstander } from '../understanding/switchable.ts';
import type { Understander } from '../understanding/types.ts';
import { createUnderstanding } from '../understanding/understand.ts';
import type { QualityShop } from './quality.ts';

export interface ShopGraph {
  deps: Omit<GraphDeps, 'scopeOf' | 'handoffRules'>;
  localEngine: Engine;
  /** This shop's understanding by another model. */
  understanderOf(model: IntentModel): Understander;
  /** Lets the local engine understand by it from the next message on. */
  use(next: Understander): void;
  qualityShop: QualityShop;
}

/** The latest orders, whose numbers show what this shop's look like. */
const ORDERS_LOOKED_AT = 300;

/** The graph's tools and the local engine, for the shop that is loaded in the database. */
export async function openShopGraph(input: {
  database: DatabaseHandle;
  retriever: Retriever;
  /** The one that searches go by at the moment. */
}): Promise<ShopGraph> {
  const { db } = input.database;
  const orders = createOrderStore(db);
  const products = createProductStore(db);
  const [settings, policyRow, catalogue, orderIds] = await Promise.all([
    readShop(db),
    db.selectFrom('settings').select('value').where('key', '=', 'policy').executeTakeFirst(),
    products.all(),
    db.selectFrom('orders').select('id').orderBy('placed_at', 'desc').limit(ORDERS_LOOKED_AT).execute(),
  ]);
  const { name, currency, timeZone } = settings;
  const shop = {
    name,
    currency,
    timeZone,
    supportHours: supportHoursText(settings.supportHours),
    openingHours: readOpeningHours(settings.supportHours) ?? null,
  };
  const policy = parsePolicy(policyRow?.value);
  const findOrders = createFindOrdersTool({ orders, timeZone });
  const search = createSearchProductsTool({ products, retriever: input.retriever });
  const entries = catalogue.map((product) => ({
    id: product.id,
    names: allTexts(product.name),
    category: allTexts(product.category),
  }));
  const index = createCatalogueIndex(entries);
  const orderShapes = createOrderShapes(orderIds.map(({ id }) => id));
  const understanderOf = (model: IntentModel) =>
    createUnderstanding({ model, catalogue: index, timeZone, orderShapes });
  const understander = createSwitchableUnderstander(understanderOf(loadModel()));
  return {
    deps: {
      retriever: input.retriever,
      products,
      shop,
      findOrders,
      trackShipment: createTrackShipmentTool({ orders }),
      policy,
      options: variantOptions(catalogue),
      recommend: createRecommendProductsTool({
        products,
        purchases: createPurchaseStore(db),
        orders,
        search,
        excluded: readExclusions(policyRow?.value),
      }),
      settler: createConfirmationSettler({ db, tools: WRITE_TOOLS, policy }),
    },
    localEngine: createLocalEngine({ understander }),
    understanderOf,
    use: understander.use,
    qualityShop: { catalogue: entries, timeZone },
  };
}

function variantOptions(catalogue: Product[]): VariantOptions {
  const variants = new Map(
    catalogue.flatMap((product) =>
      product.variants.map((variant) => [`${product.id}/${variant.id}`, variant.options] as const),
    ),
  );
  return (productId, variantId, language) => {
    const options = variants.get(`${productId}/${variantId}`);
    return options ? optionsText(options, language) || null : null;
  };
}
