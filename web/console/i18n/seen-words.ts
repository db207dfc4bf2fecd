import type { Dictionary, Locale } from '../../i18n/dictionary.ts';

/** Words of a customer's card that speak to the customer, as a colleague reads them over their shoulder. */
export const seenWords: Record<Locale, Partial<Dictionary>> = {
  en: {
    confirmTitle: 'The customer is asked to confirm',
    outcomeDone: 'Confirmed by the customer and done at {time}',
    outcomeDeclined: 'The customer said no at {time}. Nothing was changed',
    outcomeApproval: 'Confirmed by the customer. A colleague has to approve it',
    confirmShopInDoubt:
      'The shop’s system has not answered yet, so it is not known whether this was done. The customer will be told.',
    confirmShopSilent: 'The shop’s system did not respond, so nothing was changed. The customer can confirm once more.',
  },
  zh: {
    confirmTitle: '等待顾客确认',
    outcomeDone: '顾客已确认，{time} 完成',
    outcomeDeclined: '顾客于 {time} 拒绝，没有改动',
    outcomeApproval: '顾客已确认，等待同事审批',
    confirmShopInDoubt: '店铺系统还没有答复，暂不确定是否已办理。有结果会告知顾客。',
    confirmShopSilent: '店铺系统没有响应，没有改动。顾客可以再确认一次。',
  },
};
