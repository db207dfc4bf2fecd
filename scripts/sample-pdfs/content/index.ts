import type { SampleDocument } from '../document.ts';
import { deliveryGuideEn } from './delivery-guide.en.ts';
import { deliveryGuideZh } from './delivery-guide.zh.ts';
import { manualAf50En } from './manual-af50-air-fryer.en.ts';
import { manualAf50Zh } from './manual-af50-air-fryer.zh.ts';
import { manualR9En } from './manual-r9-robot-vacuum.en.ts';
import { manualR9Zh } from './manual-r9-robot-vacuum.zh.ts';
import { membershipProgrammeEn } from './membership-programme.en.ts';
import { membershipProgrammeZh } from './membership-programme.zh.ts';
import { returnsAndRefundsEn } from './returns-and-refunds.en.ts';
import { returnsAndRefundsZh } from './returns-and-refunds.zh.ts';
import { warrantyPolicyEn } from './warranty-policy.en.ts';
import { warrantyPolicyZh } from './warranty-policy.zh.ts';
import { winterPromotionEn } from './winter-promotion-2026.en.ts';
import { winterPromotionZh } from './winter-promotion-2026.zh.ts';

/** The shop's documents that are published as PDF, in both languages. */
export const samplePdfs: readonly SampleDocument[] = [
  warrantyPolicyZh,
  warrantyPolicyEn,
  returnsAndRefundsZh,
  returnsAndRefundsEn,
  deliveryGuideZh,
  deliveryGuideEn,
  manualAf50Zh,
  manualAf50En,
  manualR9Zh,
  manualR9En,
  winterPromotionZh,
  winterPromotionEn,
];

/** The shop's documents that are published as Word files. */
export const sampleDocx: readonly SampleDocument[] = [membershipProgrammeZh, membershipProgrammeEn];
