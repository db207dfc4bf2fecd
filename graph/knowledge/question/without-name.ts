import { askedUnits, namingUnits } from '../../../tools/products/product-words.ts';

/** Questions that the shop's rules answer for any of its goods. */
const OF_ANY_PRODUCT = new Set([
  'installation_question',
  'warranty_question',
  'return_policy',
  'exchange_policy',
  'delivery_policy',
]);

/**
 * A question of the shop's rules without the product that it names: "童车要自己装吗" is answered by what holds for all.
 * Undefined: it names none, is about the product itself, or says nothing else.
 */
export function withoutName(
  { text, intent }: { text: string; intent: string },
  productNames: readonly string[],
): string | undefined {
  if (!OF_ANY_PRODUCT.has(intent) || productNames.length === 0) return undefined;
  const named = namingUnits(text, productNames);
  const rest = named.reduce((said, unit) => said.replace(unit.text, ' '), text.toLowerCase()).trim();
  return named.length > 0 && askedUnits(text, productNames).length > 0 ? rest : undefined;
}
