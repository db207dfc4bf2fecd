import { bullets, note, paragraph, type SampleDocument, section, steps, subsection, table } from '../document.ts';

export const deliveryGuideEn: SampleDocument = {
  name: 'delivery-guide',
  locale: 'en',
  title: 'Delivery Guide',
  subtitle: 'Costs, dispatch and delivery times, large items, pickup, tracking and receiving a parcel',
  facts: ['Document NL-D-2026', 'Version 5', 'In force from 1 April 2026'],
  date: '2026-04-01',
  blocks: [
    paragraph(
      'Nuanlan Home ships from four warehouses in Jiaxing, Foshan, Tianjin and Chengdu; the nearest one with stock is chosen automatically. We deliver to all 31 provinces, autonomous regions and municipalities of mainland China. We do not deliver to Hong Kong, Macau, Taiwan or abroad at present.',
    ),
    section('Costs and delivery times'),
    paragraph(
      'Shipping is free for orders of ¥99 or more, otherwise it costs ¥10. Orders are dispatched within 48 hours of payment. After dispatch, delivery takes 1–2 days in the same city, 2–5 days elsewhere in the country and 5–8 days in remote areas.',
    ),
    table(
      [
        ['Delivery area', 5],
        ['After dispatch', 2],
        ['From ¥99', 2],
        ['Below ¥99', 2],
      ],
      ['Same city as the warehouse', '1–2 days', 'Free', '¥10'],
      ['Elsewhere in the country', '2–5 days', 'Free', '¥10'],
      ['Remote: Xinjiang, Tibet, Qinghai, Gansu, Ningxia, Inner Mongolia', '5–8 days', 'Free', '¥10'],
    ),
    bullets(
      'The ¥99 are counted after coupons and discounts, but before points are used.',
      'Gold and Black members have free shipping for any amount.',
      'An order sent in several parcels pays shipping once.',
      'Large appliances (fridges, washing machines, air conditioners) are carried into your home free of charge, also in remote areas.',
    ),
    section('Dispatch times'),
    table(
      [
        ['Kind of order', 3],
        ['Dispatch', 4],
        ['Remarks', 5],
      ],
      ['In stock', 'Within 48 hours of payment', 'Paid by 16:00 on a working day: mostly the same day'],
      ['Pre-order', 'On the date on the product page', 'With a deposit: within 48 hours of the final payment'],
      ['Customised, engraved', 'Within 5 working days of payment', 'Cannot be cancelled once production has begun'],
      ['Large appliances', 'Leave the warehouse within 48 hours', 'Delivered by appointment'],
      ['Resends and exchanges', 'Within 48 hours of inspection', 'We pay the shipping'],
    ),
    paragraph(
      'If an order in stock is not dispatched within 48 hours, you receive a coupon without minimum spend worth 5% of the amount paid, at least ¥5 and at most ¥100, within 1 day of dispatch. Delays caused by an incomplete address, an unreachable phone, natural disasters or traffic control are excepted.',
    ),
    section('Carriers'),
    table(
      [
        ['Goods', 4],
        ['Carrier', 4],
        ['How they arrive', 5],
      ],
      [
        'Accessories, headphones, small appliances up to 10 kg',
        'SF Express, JD Express',
        'To the door, a locker or a pickup station',
      ],
      ['Other small items up to 3 kg', 'ZTO Express, YTO Express', 'Pickup station; to the door on request'],
      ['Items of 10–30 kg', 'JD Express, Deppon', 'To the door'],
      [
        'Fridges, washing machines, air conditioners',
        'Nuanlan Large Freight, Deppon',
        'Into your home, by appointment',
      ],
    ),
    paragraph(
      'The carrier is chosen by area and weight and cannot be picked. If you are in a hurry, choose SF Priority at checkout for ¥18: next-day delivery in provincial capitals.',
    ),
    section('Large items, carried into your home'),
    steps(
      'When the goods reach the local station, the driver calls by 18:00 the same day to agree on a date and a time: 9:00–12:00, 13:00–17:00 or 17:00–20:00.',
      'You may choose any day within 14 days. For a later date, ask support to postpone the dispatch.',
      'Please measure doors, lift and corridors beforehand. If an item does not fit through the door, it is handled as an unused return and the customer pays the return shipping.',
      'The driver brings the item to the room you choose, unpacks it with you and takes the packaging away free of charge.',
      'Check the outside before the driver leaves. Transport damage found within 48 hours can still be reported for an exchange.',
    ),
    table(
      [
        ['Access', 5],
        ['Cost', 5],
      ],
      ['With lift, any floor', 'Free'],
      ['No lift, floors 1–3', 'Free'],
      ['No lift, floor 4 and above', '¥10 per item and floor, counted from floor 4'],
      ['Hoisting needed', 'Quoted on site, charged by a specialist after you agree'],
      ['Townships and villages', 'To your door; if no vehicle gets there, to the nearest road'],
    ),
    section('Pickup'),
    paragraph(
      'Orders of any amount can be picked up free of charge, without shipping costs, in these showrooms. Large appliances cannot be picked up.',
    ),
    table(
      [
        ['Showroom', 3],
        ['Address', 6],
        ['Opening hours', 3],
      ],
      ["Shanghai Jing'an", "Unit 206, level 2, Nuanyang Plaza, Jing'an, Shanghai", 'Daily 10:00–21:30'],
      ['Guangzhou Tianhe', 'Unit 18, level B1, Yunlan Centre, Tianhe, Guangzhou', 'Daily 10:00–22:00'],
      ['Chengdu Jinjiang', 'Unit 09, level 1, Chunlanli, Jinjiang, Chengdu', 'Daily 10:00–22:00'],
    ),
    bullets(
      'Ready within 24 hours of payment; a text message brings a 6-digit pickup code.',
      'Show the code and the last digits of your phone number. Somebody else can collect with the code.',
      'Kept for 7 days; then the order is cancelled and refunded in full.',
      'You may unpack and switch on the product in the showroom. The 7-day return applies as usual.',
    ),
    section('Tracking and changing the address'),
    bullets(
      'My orders > Track shows carrier, tracking number and latest place. A text message is sent on dispatch.',
      'Tracking is updated at least every 24 hours; no entries in the first 24 hours after dispatch are normal.',
      'Before dispatch you can change address, recipient and phone number in the order details. After dispatch the address can no longer be changed; refuse the parcel, or ask the carrier to forward it at your cost.',
      'To receive an order later, ask before dispatch to postpone it, by up to 15 days.',
    ),
    subsection('Parcel not moving or lost'),
    paragraph(
      'If tracking has not changed for 72 hours, contact support. We check with the carrier within 24 hours. If the parcel is lost, we resend it or refund it in full within 48 hours, as you prefer. You need not claim from the carrier yourself.',
    ),
    section('Receiving a parcel'),
    bullets(
      'Items above ¥2,000 must be signed for by you or a member of your household and are not left in lockers.',
      'Lockers keep a parcel free for 24 hours, pickup stations for 3 days.',
      'After 2 failed attempts the parcel waits at the station for 7 days, then returns to us and is refunded less ¥10 for shipping.',
      'If a parcel is shown as delivered but you do not have it, ask family, reception and pickup station first, then contact support within 48 hours to check the proof of delivery.',
      'Orders not confirmed by you are completed automatically 10 days after delivery.',
    ),
    note(
      'What to do with a damaged box',
      'If the box is clearly damaged, crushed or wet, refuse it and ask the driver to record "box damaged". If you have already signed, send photos of the box, the label and the product within 48 hours; once confirmed, we exchange or refund free of charge.',
    ),
    section('Restrictions'),
    bullets(
      'Power banks and other goods with lithium batteries travel by road only; Xinjiang and Tibet may take 2–3 days longer.',
      "No dispatch during the Spring Festival (New Year's Eve to the 6th day of the first lunar month); from the 7th day orders leave in order of payment.",
      'Cash on delivery is not available.',
      'For more than 10 of the same item to one address in a day, please use business purchasing: b2b@nuanlan.example.',
    ),
  ],
};
