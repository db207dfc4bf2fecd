import { anyOf } from '../../text/any-of.ts';

/** An offer of any kind is named. */
export const NAMES_OFFER = anyOf(
  /优惠|折扣|打折|特价|活动|促销/i,
  /\b(?:coupons?|discounts?|offers?|promotions?|promos?|deals?|sale)\b/i,
);

/** Words that any offer has, and any question about one. */
export const OFFER_WORDS =
  '优惠 折扣 打折 活动 促销 券 福利 便宜 特价 discount offer deal promotion coupon sale perk benefit cheaper bulk spend';
