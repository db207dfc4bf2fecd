import { syncCatalogue as sync } from '../../knowledge/sync-catalogue.ts';
import { findShop } from '../../stores/shop-settings.ts';
import type { Handler } from './context.ts';

export const syncCatalogue: Handler<'sync-catalogue'> = async (_data, { db }) => {
  const shop = await findShop(db);
  if (shop) await sync(db, { currency: shop.currency });
};
