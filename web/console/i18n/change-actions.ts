import { bilingual } from './bilingual.ts';

/**
 * Every kind of change of an order in two forms, keyed by its action: `wish_` as something to do, `made_` as what was
 * done. A new kind of change gets both here.
 */
export const changeActions = bilingual({
  en: {
    wish_cancel_order: 'Cancel the order',
    made_cancel_order: 'Cancellation',
    wish_change_address: 'Change the delivery address',
    made_change_address: 'Delivery address',
    wish_change_default_address: 'Change the address of the account',
    made_change_default_address: 'Address of the account',
    wish_change_items: 'Change variants or quantities',
    made_change_items: 'Items',
    wish_change_payment: 'Change the payment method',
    made_change_payment: 'Payment method',
    wish_exchange_order: 'Exchange',
    made_exchange_order: 'Exchange',
    wish_return_order: 'Return',
    made_return_order: 'Return request',
    wish_claim_price_protection: 'Price protection',
    made_claim_price_protection: 'Price protection claim',
    wish_request_invoice: 'Issue an invoice',
    made_request_invoice: 'Invoice',
    wish_change_invoice_title: 'Change the invoice title',
    made_change_invoice_title: 'Invoice title',
    wish_resend_invoice: 'Send the invoice again',
    made_resend_invoice: 'Invoice sent again',
    wish_urge_delivery: 'Urge the delivery',
    made_urge_delivery: 'Urged delivery',
    wish_undo_change: 'Undo the last change',
    made_undo_change: 'Taken back',
  },
  zh: {
    wish_cancel_order: '取消订单',
    made_cancel_order: '取消订单',
    wish_change_address: '修改收货地址',
    made_change_address: '收货地址',
    wish_change_default_address: '修改账号地址',
    made_change_default_address: '账号地址',
    wish_change_items: '修改规格或数量',
    made_change_items: '订单商品',
    wish_change_payment: '更换支付方式',
    made_change_payment: '支付方式',
    wish_exchange_order: '换货',
    made_exchange_order: '换货申请',
    wish_return_order: '退货',
    made_return_order: '退货申请',
    wish_claim_price_protection: '价格保护',
    made_claim_price_protection: '价保申请',
    wish_request_invoice: '开具发票',
    made_request_invoice: '开具发票',
    wish_change_invoice_title: '修改发票抬头',
    made_change_invoice_title: '发票抬头',
    wish_resend_invoice: '重发发票',
    made_resend_invoice: '重发发票',
    wish_urge_delivery: '催促发货或配送',
    made_urge_delivery: '催单',
    wish_undo_change: '撤销上次修改',
    made_undo_change: '撤销变更',
  },
});

type Key = keyof typeof changeActions.en;
type ActionOf<Word> = Word extends `wish_${infer Action}` ? Action : never;

/** The kinds of change that have words, as the API names them. */
export const CHANGE_ACTIONS = Object.keys(changeActions.en).flatMap((word) =>
  word.startsWith('wish_') ? [word.slice('wish_'.length) as ActionOf<Key>] : [],
);
