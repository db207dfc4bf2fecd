import { cookware } from './cookware.ts';
import { dryer } from './dryer.ts';
import { freight } from './freight.ts';
import { priceList } from './price-list.ts';

/** A document of this suite: `order` are texts in the order in which a person reads them. */
export interface EvalDocument {
  name: string;
  title: string;
  order: string[];
  make(): Promise<Uint8Array>;
}

export const DOCUMENTS: EvalDocument[] = [dryer, cookware, priceList, freight];
