import { z } from 'zod';
import { textOf } from '../../../stores/local-text.ts';
import type { WriteView } from '../../../tools/changes/write-tool.ts';
import type { AddressArgument } from '../../../tools/orders/address-argument.ts';
import { addressParts } from '../../../tools/orders/format-address.ts';

/** How people call their places; a saved address has one of the names as its label. */
const CALLED: readonly RegExp[] = [
  /公司|单位|办公室|\b(?:work(?:place)?|(?:my |the )?office)\b/i,
  /家里?(?!具|电|用|居|人|庭)|住处|\bhome\b/i,
  /学校|宿舍|\b(?:school|dorm)\b/i,
];
const labelled = z.looseObject({ label: z.unknown() });

/** The saved address that a message calls by its label ("to my office", 寄到公司); undefined: none, or more than one. */
export function savedAddress(
  text: string,
  { addresses, language }: Pick<WriteView, 'addresses' | 'language'>,
): AddressArgument | undefined {
  const meant = addresses.filter((address) => {
    const read = labelled.safeParse(address);
    const label = read.success ? textOf(read.data.label, language) : '';
    const named = label.length > 1 && text.toLowerCase().includes(label.toLowerCase());
    return label !== '' && (named || CALLED.some((words) => words.test(text) && words.test(label)));
  });
  const [only, ...more] = meant;
  if (only === undefined || more.length > 0) return undefined;
  const parts = Object.fromEntries(addressParts(only, language));
  const { line } = parts;
  return line === undefined ? undefined : { ...parts, line };
}
