import { anyOf } from '../../text/any-of.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { BranchTask } from '../branch.ts';
import { extractAddress } from './address.ts';

const SAYS_DAY = anyOf(
  /[今昨前][天日晚]|[上本这][个]?[周月]|[周星期月号日]/i,
  /\b(?:today|yesterday|last|this|days?|weeks?|months?|\w+day|on the)\b/i,
);

/** House numbers and postcodes of a new address are no order numbers, and its street names no product. */
export function withoutAddressNumbers({ request, dialogue }: BranchTask): UnderstoodRequest {
  if (request.intent !== 'change_address') return request;
  const asked = dialogue.askedSlot === 'address';
  const address = extractAddress(request.text, asked);
  if (address === undefined) return request;
  const { slots } = request;
  const outside = (number: string): boolean => !address.includes(number);
  return {
    ...request,
    slots: {
      ...slots,
      orderIds: slots.orderIds.filter(outside),
      trackingNumbers: slots.trackingNumbers.filter(outside),
      // 香蜜湖1号 is no first of the month.
      ...(SAYS_DAY.test(request.text.replace(address, ' ')) ? {} : { dates: [] }),
      ...(asked ? { products: [], categories: [], dates: [], ordinal: undefined } : {}),
    },
  };
}
