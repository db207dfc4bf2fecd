import type { Engine } from '../graph/engines/engine.ts';
import { createLocalEngine } from '../graph/engines/local.ts';
import type { GraphDeps } from '../graph/graph.ts';

import { readOpeningHours } from '../graph/opening-hours.ts';
import type { ShopProfile } from '../graph/shop.ts';
import { supportHoursText } from '../graph/support-hours-text.ts';
import type { QuotedSentences } from '../knowledge/injection/quoted-sentences.ts';
import { withOtherLanguage } from '../knowledge/text/in-other-language.ts';
import type { Retriever } from '../knowledge/types.ts';
import { rememberedInTurn } from '../shops/remembered-tool.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { createUsualDelivery } from '../stores/delivery-times.ts';
import { allTexts } from '../stores/local-text.ts';
import { readOperatorSection } from '../stores/operator-settings.ts';
import { createOrderStore } from '../stores/orders.ts';
import { createProductStore, type Product, type ProductStore } from '../stores/products.ts';
import { createPromotionStore } from '../stores/promotions.ts';
import { createPurchaseStore } from '../stores/purchases.ts';
import { readShop } from '../stores/shop-settings.ts';
import { createStockNotices } from '../stores/stock-notices.ts';
import { orderFactsReader } from '../tools/changes/order-facts.ts';
import { WRITE_TOOLS } from '../tools/changes/write-tools.ts';
import { createCheckPromotionsTool } from '../tools/check-promotions.ts';
import { createFindOrdersTool } from '../tools/orders/find-orders.ts';
import type { VariantOptions } from '../tools/orders/order-card.ts';
import { createOrderDetailsTool } from '../tools/orders/order-details.ts';
import { createTrackShipmentTool } from '../tools/orders/track-shipment.ts';
import { parsePolicy } from '../tools/policy/read-policy.ts';
import { readShipping } from '../tools/policy/read-shipping.ts';
import type { Policy } from '../tools/policy/rule.ts';
import { createCompareProductsTool } from '../tools/products/compare-products.ts';
import { optionsText } from '../tools/products/product-view.ts';
import { createQuotableProducts } from '../tools/products/quotable-products.ts';
import { createSearchProductsTool } from '../tools/products/search-products.ts';
import { readExclusions } from '../tools/recommending/may-recommend.ts';
import { createRecommendProductsTool } from '../tools/recommending/recommend-products.ts';
import { createConfirmationSettler } from '../tools/settle-confirmation.ts';
import { createVisitorLookup, type SendCode } from '../tools/visitors/visitor-lookup.ts';
import { type IntentModel, loadModel } from '../understanding/model-file.ts';
import { createCatalogueIndex } from '../understanding/slots/catalogue-index.ts';
import { createOrderShapes } from '../understanding/slots/order-shapes.ts';
import { createSwitchableUnderstander } from '../understanding/switchable.ts';
import type { Understander } from '../understanding/types.ts';
import { createUnderstanding } from '../understanding/understand.ts';
import type { QualityShop } from './quality.ts';
import type { ShopSystem } from './shop-system.ts';

export interface ShopGraph {
  deps: Omit<GraphDeps, 'scopeOf' | 'handoffRules'>;
  localEngine: Engine;
  /** This shop's understanding by another model. */
  understanderOf(model: IntentModel): Understander;
  /** Lets the local engine understand by it from the next message on. */
  use(next: Understander): void;
  qualityShop: QualityShop;
  /** Makes all of it know what the shop is by now. */
  reload(): Promise<void>;
}

/** The latest orders, whose numbers show what this shop's look like. */
const ORDERS_LOOKED_AT = 300;

/** What is kept of the shop in memory: read anew as a whole when the shop changes. */
async function readShopState(db: DatabaseHandle['db'], products: ProductStore) {
  const [settings, policyRow, catalogue, orderIds, handoff, recommendation] = await Promise.all([
    readShop(db),
    db.selectFrom('settings').select('value').where('key', '=', 'policy').executeTakeFirst(),
    products.all(),
    db.selectFrom('orders').select('id').orderBy('placed_at', 'desc').limit(ORDERS_LOOKED_AT).execute(),
    readOperatorSection(db, 'handoff'),
    readOperatorSection(db, 'recommendation'),
  ]);
  const { name, currency, timeZone } = settings;
  const shop: ShopProfile = {
    name,
    currency,
    timeZone,
    supportHours: supportHoursText(settings.supportHours),
    openingHours: readOpeningHours(settings.supportHours) ?? null,
    calledTexts: { open: handoff.called, closed: handoff.calledClosed },
  };
  const [byPolicy, bySetting] = [readExclusions(policyRow?.value), readExclusions({ recommendation })];
  const entries = catalogue.map((product) => ({
    id: product.id,
    names: allTexts(product.name),
    category: withOtherLanguage(allTexts(product.category)),
    price: product.price,
  }));
  return {
    shop,
    shipping: readShipping(policyRow?.value),
    policy: parsePolicy(policyRow?.value),
    excluded: (product: Product) => byPolicy(product) || bySetting(product),
    options: variantOptions(catalogue),
    entries,
    understood: {
      catalogue: createCatalogueIndex(entries),
      timeZone,
      orderShapes: createOrderShapes(orderIds.map(({ id }) => id)),
    },
  };
}

/** The graph's tools and the local engine, for the shop that is loaded in the database. */
export async function openShopGraph(input: {
  database: DatabaseHandle;
  /** The one that searches go by at the moment. */
  retriever: Retriever;
  /** Undefined: the database is the shop's system. */
  system?: ShopSystem;
  /** What managers let stand in products’ texts; left out: nothing. */
  quoted?: Pick<QuotedSentences, 'of'>;
  /** Brings one-time codes to customers' contacts; without it number and contact are enough. */
  sendCode?: SendCode;
}): Promise<ShopGraph> {
  const { db } = input.database;
  const { orders, carryOut, carriedOut, approvalFor }: ShopSystem = input.system ?? { orders: createOrderStore(db) };
  const stored = createProductStore(db);
  const products = input.quoted ? createQuotableProducts(stored, input.quoted) : stored;
  const promotions = createPromotionStore(db);
  let state = await readShopState(db, products);
  // Profile and policy stay the same objects for those who hold them; a reload changes what stands in them.
  const { shop } = state;
  const policy: Policy = { ...state.policy, carriedOut, approvalFor };
  const qualityShop: QualityShop = { catalogue: state.entries, timeZone: shop.timeZone };
  const findOrders = rememberedInTurn(
    createFindOrdersTool({
      orders,
      get timeZone() {
        return shop.timeZone;
      },
    }),
  );
  const search = createSearchProductsTool({ products, retriever: input.retriever });
  const understanderOf = (model: IntentModel): Understander => {
    let built: { by: typeof state; understander: Understander } | undefined;
    return {
      understand(text, context) {
        if (built?.by !== state)
          built = { by: state, understander: createUnderstanding({ model, ...state.understood }) };
        return built.understander.understand(text, context);
      },
    };
  };
  const understander = createSwitchableUnderstander(understanderOf(loadModel()));
  return {
    deps: {
      retriever: input.retriever,
      products,
      shop,
      stockNotices: createStockNotices(db),
      findGoods: (text) => state.understood.catalogue.find(text),
      findOrders,
      trackShipment: rememberedInTurn(
        createTrackShipmentTool({ orders, usual: createUsualDelivery(db), promise: () => state.shipping }),
      ),
      orderDetails: rememberedInTurn(
        createOrderDetailsTool({
          orders,
          options: (...asked) => state.options(...asked),
          get currency() {
            return shop.currency;
          },
        }),
      ),
      policy,
      orderFacts: orderFactsReader(db),
      visitorLookup: createVisitorLookup({ db, sendCode: input.sendCode }),
      options: (...asked) => state.options(...asked),
      promotions,
      checkPromotions: rememberedInTurn(
        createCheckPromotionsTool({
          promotions,
          products,
          orders,
          get timeZone() {
            return shop.timeZone;
          },
        }),
      ),
      compare: rememberedInTurn(
        createCompareProductsTool({
          products,
          get currency() {
            return shop.currency;
          },
        }),
      ),
      recommend: createRecommendProductsTool({
        products,
        purchases: createPurchaseStore(db),
        orders,
        search,
        excluded: (product) => state.excluded(product),
      }),
      settler: createConfirmationSettler({ db, tools: WRITE_TOOLS, policy, ...(carryOut ? { carryOut } : {}) }),
    },
    localEngine: createLocalEngine({ understander }),
    understanderOf,
    use: understander.use,
    qualityShop,
    async reload() {
      const read = await readShopState(db, products);
      Object.assign(shop, read.shop);
      Object.assign(policy, read.policy);
      Object.assign(qualityShop, { catalogue: read.entries, timeZone: read.shop.timeZone });
      state = read;
    },
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
