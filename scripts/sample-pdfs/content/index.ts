import type { SampleDocument } from '../document.ts';
import { warrantyPolicyEn } from './warranty-policy.en.ts';
import { warrantyPolicyZh } from './warranty-policy.zh.ts';

export const samplePdfs: readonly SampleDocument[] = [warrantyPolicyZh, warrantyPolicyEn];
export const sampleDocx: readonly SampleDocument[] = [];
