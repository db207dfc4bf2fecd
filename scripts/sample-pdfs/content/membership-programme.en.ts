import { bullets, note, paragraph, type SampleDocument, section, steps, table } from '../document.ts';

export const membershipProgrammeEn: SampleDocument = {
  name: 'membership-programme',
  locale: 'en',
  title: 'Membership Programme',
  subtitle: 'Levels, points, birthday gifts and member benefits',
  facts: ['Document NL-M-2026', 'Version 3', 'In force from 1 January 2026'],
  date: '2026-01-01',
  blocks: [
    paragraph(
      'Membership is free: signing up with a phone number makes you a Basic member. Your level follows from what you spent in the last 12 months and is updated every night.',
    ),
    section('Levels'),
    table(
      [
        ['Level', 2],
        ['Spent in 12 months', 3],
        ['Points', 2],
        ['Main benefits', 6],
      ],
      ['Basic', 'From ¥0', '× 1', 'Points, birthday coupon, price protection'],
      ['Silver', '¥1,000', '× 1.1', 'Also double points on members days, new products 1 day early'],
      [
        'Gold',
        '¥5,000',
        '× 1.3',
        'Also free shipping for any amount, priority support, 1 free cleaning service a year',
      ],
      [
        'Black',
        '¥15,000',
        '× 1.5',
        'Also a personal adviser, 2 free cleaning services a year, one 1-year warranty extension free',
      ],
    ),
    bullets(
      'Spending is what you actually paid, without shipping, gift card top-ups and refunded items. It counts once the order is completed.',
      'A higher level starts on the same day and lasts 12 months. After that the level is set again from the last 12 months; you drop by one level at most.',
      'One account for each phone number. Levels and points cannot be transferred or merged.',
    ),
    section('Earning points'),
    table(
      [
        ['How', 4],
        ['Points', 3],
        ['Limits', 5],
      ],
      [
        'Shopping',
        '1 for every ¥1 paid, times your level',
        'Credited when the order is completed (10 days after delivery, or when you confirm receipt)',
      ],
      ['Daily check-in', '2', '10 more for 7 days in a row'],
      ['Review with photos', '20', 'Within 30 days of delivery, once for each item, at least 20 characters'],
      ['Completing your profile', '50', 'Once'],
      ['Inviting a friend', '200', "After the friend's first order is completed, at most 10 friends a month"],
      ['Shopping in your birthday month', 'Double', 'At most 2,000 extra points'],
    ),
    section('Using points'),
    bullets(
      '100 points are worth ¥1. At most 20% of the price of the goods can be paid with points, and at least 500 points must be used.',
      'Points can also be exchanged for coupons and small products in the points shop; this cannot be undone.',
      'Points cannot be paid out and cannot pay for shipping.',
      'On a return, points you used come back in full and points you earned are taken back; a missing balance is deducted from the refund at ¥1 for 100 points.',
    ),
    note(
      'When points expire',
      'Points expire on 31 December, 23:59, of the year after they were earned. Points earned in 2026 can be used until 31 December 2027. We remind you 30 days before.',
    ),
    section('Birthday gifts'),
    table(
      [
        ['Level', 2],
        ['Birthday coupon', 3],
        ['Minimum order', 3],
      ],
      ['Basic', '¥10', '¥199'],
      ['Silver', '¥20', '¥199'],
      ['Gold', '¥50', '¥399'],
      ['Black', '¥100', '¥599'],
    ),
    paragraph(
      'The coupon arrives on the 1st of your birthday month and is valid during that month. The birthday can be changed once; a change made in the birthday month counts from the next year.',
    ),
    section('Free cleaning service'),
    paragraph(
      'Gold and Black members can book a cleaning visit for an air conditioner, a washing machine or a fridge.',
    ),
    steps(
      'In the app open Member centre > Cleaning service and choose the product and a date at least 3 days ahead.',
      'Visits are 9:00–12:00 or 13:00–18:00, in 200 cities.',
      'Unused visits end on 31 December and cannot be paid out. You may give a visit to your family.',
    ),
    section('Leaving and changes of the rules'),
    bullets(
      'You can leave at any time with Settings > Account and security > Delete account. Points, coupons and level end at once and cannot be restored.',
      'Points from fake orders or fake reviews are taken back, and the account may be suspended.',
      'Changes of the rules are announced in the app at least 30 days ahead. Points already earned keep their expiry date.',
      'Questions: online support or 400-200-6688, option 4, Monday–Friday 9:00–22:00, Saturday–Sunday 10:00–20:00.',
    ),
  ],
};
