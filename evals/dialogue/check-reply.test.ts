import { describe, expect, it } from 'vitest';
import { scriptedReply } from '../harness/scripted-reply.ts';
import { faultsOf, voiceFaults } from './check-reply.ts';
import type { Checks } from './conversation.ts';

const EN = { language: 'en', script: 'latn' } as const;
const GOOD = scriptedReply({
  route: 'order',
  routes: ['order', 'knowledge'],
  text: 'Order A1 is cancelled as soon as you confirm it.',
  quickReplies: ['Talk to a person'],
});
const CHECKS: Checks = {
  route: ['knowledge', 'clarify'],
  says: [/cancelled/, /confirm/],
  not: /refunded/,
  shows: ['A1'],
  hides: ['B2'],
  pending: 'cancel_order',
  button: /person/,
  person: true,
  status: 'bot',
};

describe('faultsOf', () => {
  it('finds nothing where all holds', () => {
    expect(faultsOf(GOOD, 'cancel_order', CHECKS, EN)).toEqual([]);
  });

  it.each<[string, Checks]>([
    ['route order+knowledge', { route: 'recommend' }],
    ['does not say /shipped/', { says: [/cancelled/, /shipped/] }],
    ['says /cancelled/', { not: /cancelled/ }],
    ['does not show B2', { shows: ['A1', 'B2'] }],
    ['shows A1', { hides: ['A1'] }],
    ['pending cancel_order', { pending: null }],
    ['buttons Talk to a person', { button: /undo/i }],
    ['status bot', { status: 'waiting' }],
  ])('finds: %s', (fault, checks) => {
    expect(faultsOf(GOOD, 'cancel_order', checks, EN)).toEqual([fault]);
  });

  it('misses a person who is neither called nor offered', () => {
    const alone = { ...GOOD, quickReplies: [] };
    expect(faultsOf(alone, null, { person: true }, EN)).toEqual(['no person']);
    expect(faultsOf({ ...alone, status: 'waiting' }, null, { person: true }, EN)).toEqual([]);
  });

  it('sees another order in a card as well as in words', () => {
    const products = [{ id: 'B2', name: 'Lamp', price: 1, currency: 'CNY', category: '', description: '' }];
    const card = {
      type: 'products' as const,
      products: products.map((one) => ({ ...one, inStock: true, reason: null })),
    };
    expect(faultsOf({ ...GOOD, cards: [card] }, null, { hides: ['B2'] }, EN)).toEqual(['shows B2']);
  });
});

describe('voiceFaults', () => {
  const says = (text: string, language: 'zh' | 'en') => scriptedReply({ text, language });

  it.each([
    ['您的订单已经发货。', 'zh', 'hans'],
    ['您的訂單已經發貨。', 'zh', 'hant'],
    ['Your order has been shipped.', 'en', 'latn'],
    ['This is taken from our Chinese documents:\n退货期为七天。', 'en', 'latn'],
  ] as const)('lets through %s', (text, language, script) => {
    expect(voiceFaults(says(text, language), language, script)).toEqual([]);
  });

  it.each([
    ['Your order has been shipped.', 'zh', 'hans', 'text is not Chinese'],
    ['您的订单已经发货。', 'en', 'latn', 'text is not English'],
    ['您的订单已经发货。', 'zh', 'hant', 'simplified characters'],
    ['您的訂單已經發貨。', 'zh', 'hans', 'traditional characters'],
  ] as const)('holds back %s for %s, %s', (text, language, script, fault) => {
    expect(voiceFaults(says(text, language), language, script).join()).toContain(fault);
  });

  it('hears what the reply calls its language, and reads the buttons', () => {
    expect(voiceFaults(says('Sure.', 'zh'), 'en', 'latn')).toContain('language zh');
    const button = scriptedReply({ text: '您的訂單已經發貨。', language: 'zh', quickReplies: ['查询订单'] });
    expect(voiceFaults(button, 'zh', 'hant').join()).toContain('simplified');
  });
});
