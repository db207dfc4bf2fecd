import { expect, it } from 'vitest';
import { type EvalCase, evalCaseSchema } from '../../quality/cases/case-schema.ts';
import { asExpected, type CaseReply } from './scorers.ts';

const caseWith = (checks: object): EvalCase =>
  evalCaseSchema.parse({ id: 'a', name: 'a', language: 'en', lines: [{ say: 'Can I return it?', expect: checks }] });
const GOOD: CaseReply = {
  text: 'Within thirty days of delivery [1].',
  routes: ['knowledge', 'order'],
  intent: 'return_policy',
  cites: ['Returns'],
  person: false,
  language: 'en',
};
const ASKED = {
  route: 'order',
  intent: 'return_policy',
  says: ['THIRTY days'],
  not: ['sixty'],
  cites: ['Returns'],
  person: false,
};

it('lets a reply through that is as expected, and one of which nothing is asked', () => {
  expect(asExpected([GOOD], caseWith(ASKED))).toMatchObject({ passed: true });
  expect(asExpected([{ ...GOOD, person: true }], caseWith({}))).toMatchObject({ passed: true });
});

it.each<[string, Partial<CaseReply>, object]>([
  ['route knowledge, not order', { routes: ['knowledge'] }, ASKED],
  ['intent other, not return_policy', { intent: 'other' }, ASKED],
  ['does not say THIRTY days', { text: 'Sure' }, ASKED],
  ['says sixty', { text: 'Thirty days, or sixty' }, ASKED],
  ['cites nothing, not Returns', { cites: [] }, ASKED],
  ['calls or offers a person', { person: true }, ASKED],
  ['neither calls nor offers a person', {}, { person: true }],
  ['answered in zh', { language: 'zh' }, {}],
])('holds back: %s', (fault, change, checks) => {
  const { passed, actual } = asExpected([{ ...GOOD, ...change }], caseWith(checks));
  expect(passed).toBe(false);
  expect(actual).toContain(fault);
});

it('fails a conversation that broke off', () => {
  expect(asExpected([], caseWith({}))).toMatchObject({ passed: false });
});
