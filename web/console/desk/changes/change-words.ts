import { CHANGE_ACTIONS } from '../../i18n/change-actions.ts';
import type { ConsoleDictionary } from '../../i18n/dictionary.ts';

type Words = ConsoleDictionary;

const known = (action: string) => CHANGE_ACTIONS.find((one) => one === action);

/** A change as something to do; one without words by its own name. */
export function wishWords(t: Words, action: string): string {
  const one = known(action);
  return one ? t[`wish_${one}`] : action;
}

/** A change as what was done; one without words by its own name. */
export function madeWords(t: Words, action: string): string {
  const one = known(action);
  return one ? t[`made_${one}`] : action;
}

export function fieldWords(t: Words, name: string): string {
  const words: Record<string, string> = {
    reason: t.fieldReason,
    address: t.fieldAddress,
    item: t.fieldItem,
    swap: t.fieldSwap,
    fault: t.fieldFault,
    payment: t.fieldPayment,
    title: t.fieldTitle,
    name: t.addressName,
    phone: t.addressPhone,
    country: t.addressCountry,
    province: t.addressProvince,
    city: t.addressCity,
    district: t.addressDistrict,
    line: t.addressLine,
    line2: t.addressLine2,
    postcode: t.addressPostcode,
  };
  return words[name] ?? name;
}

/** How a proposal stands, and the colour for it. */
export function standing(t: Words, status: string): { words: string; look: string } {
  switch (status) {
    case 'pending':
    case 'approved':
      return { words: t.proposalPending, look: 'warm' };
    case 'awaiting_approval':
      return { words: t.proposalAwaiting, look: 'warm' };
    case 'done':
      return { words: t.proposalDone, look: 'good' };
    case 'rejected':
      return { words: t.proposalRejected, look: 'bad' };
    case 'failed':
      return { words: t.proposalFailed, look: 'bad' };
    default:
      return { words: t.proposalExpired, look: '' };
  }
}
