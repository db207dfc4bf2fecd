import { normaliseText } from '../normalise.ts';
import type { CatalogueIndex, Slots } from '../types.ts';
import { findAnswer } from './answer.ts';
import { dayInZone } from './calendar.ts';
import { findDates } from './dates.ts';
import { findIdentifiers, type Identifiers } from './identifiers.ts';
import { findMoney, findPriceRange } from './money.ts';
import { findNeeds } from './needs.ts';
import type { OrderShapes } from './order-shapes.ts';
import { findOrdinal } from './ordinal.ts';
import { findQuantity } from './quantity.ts';

export interface SlotFinderOptions {
  catalogue: CatalogueIndex;
  now: () => Date;
  /** IANA name of the shop's zone: "yesterday" is the shop's. */
  timeZone: string;
  /** What the shop's order numbers look like; without it a number of an odd shape needs a word before it. */
  orderShapes?: OrderShapes;
}

/** Everything in a piece of text that a tool or a query can use. */
export function findSlots(text: string, { catalogue, now, timeZone, orderShapes }: SlotFinderOptions): Slots {
  const identifiers = withoutNames(findIdentifiers(text, orderShapes), catalogue);
  let prose = text;
  for (const value of Object.values(identifiers).flat()) prose = prose.replaceAll(value, ' ');
  const normalised = normaliseText(prose);
  const quantity = findQuantity(normalised);
  const priceRange = findPriceRange(normalised);
  const ordinal = findOrdinal(normalised);
  const answer = findAnswer(normaliseText(text));
  return {
    ...identifiers,
    ...(quantity !== undefined && { quantity }),
    money: findMoney(normalised),
    ...(priceRange && { priceRange }),
    dates: findDates(normalised, dayInZone(now(), timeZone)),
    ...(ordinal && { ordinal }),
    ...catalogue.find(prose),
    ...(answer && { answer }),
    needs: findNeeds(normalised),
  };
}

/** "The 70-200" is a thing of the catalogue, whatever its name looks like; a code that is announced as an order's stays one. */
function withoutNames(found: Identifiers, { isPartOfName }: CatalogueIndex): Identifiers {
  return { ...found, orderIds: found.orderIds.filter((id) => !isPartOfName(id)) };
}
