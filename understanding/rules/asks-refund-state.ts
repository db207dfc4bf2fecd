const REFUND = '(?:退款|退的?钱|退回的?钱|退给我的钱)';
const STATE = new RegExp(
  `${REFUND}(?!.{0,4}(?:申请|规则|政策|流程)).{0,8}(?:(?:怎么)?还没|没(?:到|收到|退)|到账?了(?:没|吗|么)|到(?:账)?没|到哪|进度|收到了(?:没|吗))|(?:还没|没)(?:收到|看到|等到).{0,6}${REFUND}|\\b(?:refund|money back|reimbursement)\\b.{0,40}\\b(?:come through|came through|gone through|arrived|received|yet|status|landed|been (?:paid|sent|issued|processed))\\b|\\b(?:still )?(?:waiting (?:for|on)|haven't (?:had|got|received|seen)|not (?:had|got|received)|no sign of)\\b.{0,20}\\b(?:refund|money back)\\b|\\b(?:did|have) i (?:get|got|been) refunded\\b|\\b(?:did|have|has) (?:i|you) (?:get|got|had|have|send|sent|give|given) (?:me )?(?:my |the )?(?:money|refund)(?: back)?\\b`,
  'iu',
);
const GENERAL = /一般|通常|规则|政策|\b(?:usually|normally|policy|how long do(?:es)?)\b/i;

/** "Did the refund for the amp come through", 退款怎么还没到: of a refund that is under way, not of the rules nor of a parcel. */
export const asksRefundState = (normalised: string): boolean => STATE.test(normalised) && !GENERAL.test(normalised);
