import { expect, test } from 'vitest';
import type { FaqBody } from '../../../api/types.ts';
import { emptyDraft, readDraft, writeDraft } from './faq-draft.ts';

const faq = (fields: Partial<FaqBody>): FaqBody => ({
  id: 'f',
  question: '',
  answer: '',
  variants: [],
  locale: null,
  leftOut: [],
  quotedAnyway: [],
  updatedBy: null,
  createdAt: '',
  updatedAt: '',
  ...fields,
});

test('plain texts go under their language, mixed wordings apart', () => {
  const draft = readDraft(faq({ question: '可以开发票吗', answer: '可以', variants: ['开票', 'tax invoice'] }));
  expect(draft.zh).toEqual({ question: '可以开发票吗', answer: '可以', variants: ['开票'] });
  expect(draft.en).toEqual({ question: '', answer: '', variants: ['tax invoice'] });
});

test('a bilingual FAQ survives being read and written', () => {
  const whole = {
    question: { zh: '问', en: 'Q' },
    answer: { zh: '答', en: 'A' },
    variants: { zh: ['甲', '乙'], en: ['other'] },
  };
  expect(writeDraft(readDraft(faq(whole)))).toEqual(whole);
});

test('half a language can not be saved', () => {
  const draft = emptyDraft();
  expect(writeDraft(draft)).toBeNull();
  draft.en.question = 'Q';
  expect(writeDraft(draft)).toBeNull();
  draft.en.answer = 'A';
  expect(writeDraft(draft)).toMatchObject({ question: { en: 'Q' }, answer: { en: 'A' } });
});
