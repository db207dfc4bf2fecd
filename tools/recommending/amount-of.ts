import { unitCalled, unitOfKey } from '../../knowledge/text/units.ts';
import { textOf } from '../../stores/local-text.ts';

/** A number and the unit that is written behind it: "1.28 kg", "2,000 l". */
const AMOUNT =
  /(?<=^\p{Script=Han}{0,4})(?<number>-?\d{1,3}(?:,\d{3})+|-?\d+(?:\.\d+)?)(?=$|\s?[a-zA-Z°%\p{Script=Han}])\s?(?<unit>[a-zA-Z]+|\p{Script=Han}+)?/u;

export interface Amount {
  /** In the smallest unit of its family; as it is written where nothing tells a unit. */
  amount: number;
  written: number;
  family?: string;
}

/** What a property's value comes to: 1,280 g for "1.28 kg", and for 1.28 under a key in kg. Undefined: it is no number. */
export function amountOf(key: string, value: unknown): Amount | undefined {
  const ofKey = unitOfKey(key);
  if (typeof value === 'boolean' || value === null) return undefined;
  const { number, unit = '' } =
    typeof value === 'number' ? { number: String(value) } : (AMOUNT.exec(textOf(value, 'en'))?.groups ?? {});
  if (number === undefined) return undefined;
  const told = unitCalled(unit.toLowerCase()) ?? ofKey;
  const written = Number(number.replaceAll(',', ''));
  return told ? { amount: written * told.factor, written, family: told.family } : { amount: written, written };
}
