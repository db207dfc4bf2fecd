import { expect, it } from 'vitest';
import type { Card } from '../../graph/turn-result.ts';
import type { GroundedCase } from './cases.ts';
import * as scorers from './scorers.ts';

const asked: GroundedCase = { question: 'q', language: 'en', kind: 'answerable', expect: ['warranty'] };
const nothing: GroundedCase = { question: 'q', language: 'en', kind: 'unanswerable' };
const citation = { marker: 1, documentId: 'd', title: 'Warranty', page: 1, quote: 'Two years, 24 months.' };
const ORDER: Card = {
  ...{
    type: 'order',
    id: 'A1',
    status: 'paid',
    statusLabel: 'Paid',
    placedAt: '2026-11-20',
    total: 9,
    currency: 'CNY',
  },
  ...{ items: [], shippingAddress: null, shipments: [], refunds: [], invoices: [] },
};

function replied(
  change: Partial<scorers.GroundedReply> & { text?: string; cited?: boolean } = {},
): scorers.GroundedReply {
  const { text = 'The warranty is 24 months. [1]', cited = true, ...rest } = change;
  return {
    reply: {
      conversationId: 'c',
      messageId: 'm',
      status: 'bot',
      route: 'knowledge',
      intent: 'x',
      confidence: 1,
      language: 'en',
      text,
      citations: cited ? [citation] : [],
      cards: [],
      confirmation: null,
      engine: 'local',
      degraded: false,
    },
    sources: cited ? ['warranty'] : [],
    misplaced: [],
    wrongOrders: [],
    facts: '',
    ...rest,
  };
}

it('wants a source that answers, first of all', () => {
  expect(scorers.citedWhatAnswers(replied(), asked)?.passed).toBe(true);
  expect(scorers.citedWhatAnswers(replied({ sources: ['other'] }), asked)?.passed).toBe(false);
  expect(scorers.firstCitationAnswers(replied(), asked)?.passed).toBe(true);
  expect(scorers.firstCitationAnswers(replied({ sources: ['other', 'warranty'] }), asked)?.passed).toBe(false);
  expect(scorers.answers(replied(), asked)?.passed).toBe(true);
  expect(scorers.answers(replied({ cited: false }), asked)?.passed).toBe(false);
});

it('wants nothing cited where nothing answers', () => {
  expect(scorers.declines(replied({ cited: false }), nothing)?.passed).toBe(true);
  expect(scorers.declines(replied(), nothing)?.passed).toBe(false);
  expect(scorers.declines(replied(), asked)).toBeUndefined();
});

it('sees markers without citation, citations without marker, numbers from nowhere', () => {
  expect(scorers.everyClaimIsCited(replied())?.passed).toBe(true);
  expect(scorers.everyClaimIsCited(replied({ cited: false }))?.passed).toBe(false);
  expect(scorers.everyClaimIsCited(replied({ text: '24 months.' }))?.passed).toBe(false);
  expect(scorers.numbersAreFounded(replied()).passed).toBe(true);
  expect(scorers.numbersAreFounded(replied({ text: '36 months. [1]' })).passed).toBe(false);
});

it('sees quotes on another page and orders unlike those on file', () => {
  expect(scorers.quotesStand(replied())?.passed).toBe(true);
  expect(scorers.quotesStand(replied({ misplaced: ['Warranty, page 2'] }))?.passed).toBe(false);
  expect(scorers.ordersAreAsOnFile(replied())).toBeUndefined();
  const shown = replied();
  shown.reply.cards = [ORDER];
  expect(scorers.ordersAreAsOnFile(shown)?.passed).toBe(true);
  expect(scorers.ordersAreAsOnFile({ ...shown, wrongOrders: ['A1: paid'] })?.passed).toBe(false);
  expect(scorers.standsIn('耗材 | 滤芯 外观 | 划痕', '| 耗材 | 滤芯 |\n| 外观 | 划痕 |')).toBe(true);
  expect(scorers.standsIn('耗材 | 电池', '| 耗材 | 滤芯 |')).toBe(false);
});
