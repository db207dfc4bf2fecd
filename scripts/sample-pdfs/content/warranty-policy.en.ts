import { bullets, note, paragraph, type SampleDocument, section, steps, subsection, table } from '../document.ts';

export const warrantyPolicyEn: SampleDocument = {
  name: 'warranty-policy',
  locale: 'en',
  title: 'Warranty Policy',
  subtitle: 'Warranty periods, what is covered, how a repair works and what repairs cost',
  facts: ['Document NL-W-2026', 'Version 4', 'In force from 1 January 2026'],
  date: '2026-01-01',
  blocks: [
    paragraph(
      'This policy covers everything bought from Nuanlan Home on its website, in the app, in the mini program and in its showrooms. The warranty starts on the day of delivery, as recorded by the carrier; if there is no delivery record, it starts on the 5th day after payment. As proof we need the order number or the electronic invoice, and the serial number (SN) on the product. There is no paper warranty card to keep.',
    ),
    section('Warranty periods'),
    paragraph(
      'Products come with a 12-month warranty. Large appliances (fridges, washing machines, air conditioners) come with 36 months, and their compressors with 72 months.',
    ),
    table(
      [
        ['Product or part', 4],
        ['Warranty', 2],
        ['Details', 5],
      ],
      [
        'Fridges, washing machines, air conditioners',
        '36 months',
        'Repair at home; call-out, labour and parts are free',
      ],
      [
        'Compressor of a fridge or air conditioner',
        '72 months',
        'In months 37–72 the compressor is free, labour is ¥120',
      ],
      ['Small kitchen appliances', '12 months', 'Such as air fryers, rice cookers, coffee machines; mail-in repair'],
      ['Cleaning appliances', '12 months', 'Such as robot vacuums; mail-in repair; built-in battery included'],
      [
        'Personal care, audio and electronics',
        '12 months',
        'Such as toothbrushes, headphones; mail-in repair or replacement',
      ],
      ['Built-in rechargeable battery', '12 months', 'Replaced free when it holds less than 70% of its rated capacity'],
      ['Accessories in the box', '6 months', 'Remote control, power adapter, charging cable, charging dock'],
      ['Officially refurbished products', '6 months', 'Marked "refurbished" on the product page'],
    ),
    bullets(
      'A part fitted during a repair is covered for 90 days, or for the rest of the original warranty if that is longer.',
      'After a replacement, the warranty starts again on the day the new product is delivered.',
      'Free gifts have the same 12-month warranty; quote the order number of the main product.',
      'The warranty stays with the product when you give it away: the serial number is enough.',
    ),
    section('What is covered'),
    paragraph(
      'During the warranty we repair, free of charge, any fault that appears in normal use as described in the manual. What cannot be repaired is replaced. Typical cases are:',
    ),
    bullets(
      'The product does not switch on, cuts out, does not heat or does not cool.',
      'A display, button, motor, pump, sensor or main board fails.',
      'Unusual noise in normal use, more than 5 dB above the stated level.',
      'A battery below 70% of its rated capacity within its warranty.',
      'Water damage within the stated protection class (for example an IPX7 toothbrush).',
    ),
    section('What is not covered'),
    table(
      [
        ['Case', 4],
        ['Examples', 6],
      ],
      [
        'Normal wear of consumables',
        'Filters, dust bags, side brushes, mop pads, toothbrush heads, ear tips, baking paper, wear of a non-stick coating',
      ],
      ['Damage by the user', 'Drops, crushing, liquids, scratches by sharp objects, cables bitten by pets'],
      [
        'Unauthorised repair',
        'Opening or altering the product, or having it opened outside our service network; broken seals',
      ],
      ['Unsuitable surroundings', 'Mains voltage outside 198–242 V; non-waterproof products outdoors or in a bathroom'],
      ['Commercial use', 'Continuous use in restaurants, hotels, hair salons or holiday lets'],
      ['Events beyond control', 'Lightning, flood, fire, earthquake'],
      ['No serial number', 'Serial number removed, altered or not belonging to the order'],
      ['Looks', 'Scratches, dents or colour differences reported more than 7 days after delivery'],
    ),
    note(
      'Not covered does not mean not repairable',
      'Products outside the warranty can be repaired for a fee. We inspect first, then quote, and start only after you agree. If you decline, you pay only the inspection fee of ¥30 and the return shipping.',
    ),
    section('How a repair works'),
    subsection('Mail-in repair (small appliances, cleaning, personal care, electronics)'),
    steps(
      'In the app or on the website open My orders > After-sales > Repair, describe the fault and add photos or a video. You can also contact online support.',
      'We check the request within 24 hours and suggest what to try. If a repair is needed, a courier collects the product; within the warranty we pay the shipping both ways.',
      'Send only the product and the faulty accessory, in the original box or with at least 3 cm of padding, with water tank and dust bin empty.',
      'The repair centre inspects it within 2 working days of arrival and sends it back repaired within 5–7 working days. You can follow progress in the after-sales request.',
      'Please test it within 7 days. If the same fault returns, it is handled first and we pay the shipping again.',
    ),
    subsection('Repair at home (fridges, washing machines, air conditioners)'),
    steps(
      'Book online or call 400-200-6688, option 2, with the order number, address and a description of the fault.',
      'An engineer calls within 2 hours (during support hours) to agree on a time: 9:00–12:00, 13:00–17:00 or 17:00–20:00.',
      'Visits take place within 48 hours in cities, 72 hours in counties and townships, and 5 days in remote areas (Xinjiang, Tibet, Qinghai, Gansu, Ningxia, Inner Mongolia).',
      'The engineer shows a staff card. After the repair you sign an electronic service sheet, which is kept for 3 years.',
    ),
    section('Replacement and compensation'),
    bullets(
      'For a quality fault within 15 days of delivery you may choose a return, an exchange or a repair; see Returns, Exchanges and Refunds.',
      'If the same fault remains after 2 repairs within the warranty, you get a new product of the same model. If the model is discontinued, you get a comparable product of at least the same price, or the purchase price back.',
      'If a mail-in repair takes longer than 30 days, or a repair at home longer than 15 days, you may ask for a replacement.',
      'If a fridge or washing machine cannot be used for more than 7 days because a part is missing, we pay ¥30 a day from day 8, up to ¥300, as a coupon without minimum spend.',
    ),
    section('Repair prices outside the warranty'),
    table(
      [
        ['Item', 4],
        ['Price', 2],
        ['Remarks', 5],
      ],
      ['Inspection', '¥30', 'Waived if you agree to the repair'],
      ['Labour, small appliance', '¥60', 'Per repair'],
      ['Labour, large appliance', '¥120', 'Per repair, without work at height'],
      ['Call-out, large appliance', '¥50', 'Up to 30 km from a service point, then ¥2 a km'],
      ['AF50 basket', '¥89', 'With rack; part AF50-B1'],
      ['AF50 heating element', '¥120', 'Part AF50-H2, fitted by the repair centre only'],
      ['R9 battery, 5200 mAh', '¥299', 'Part R9-BAT'],
      ['R9 laser distance sensor (LDS)', '¥199', 'Part R9-LDS, fitted by the repair centre only'],
      ['R9 main brush', '¥49', 'Part R9-MB, you can change it yourself'],
    ),
    paragraph(
      'A paid repair is guaranteed for 90 days against the same fault. Spare parts remain available for at least 5 years after a model is discontinued, and for 8 years for large appliances.',
    ),
    section('Extended warranty'),
    table(
      [
        ['Plan', 3],
        ['Price', 3],
        ['What it covers', 5],
      ],
      ['Extension, 1 year', '8% of the product price', '12 more months after the warranty ends'],
      ['Extension, 2 years', '14% of the product price', '24 more months after the warranty ends'],
      [
        'Accident cover, 1 year',
        '6% of the product price',
        'Drops, liquids, crushing within 12 months of delivery; one repair, you pay 10% of its cost',
      ],
    ),
    paragraph(
      'A plan must be bought within 30 days of delivery, one for each product, and passes on with the product. An unused plan can be refunded in full within 15 days of purchase.',
    ),
    section('Contact'),
    table(
      [
        ['Channel', 3],
        ['How to reach us', 4],
        ['When', 5],
      ],
      ['Online support', 'App and website, lower right', 'Mon–Fri 9:00–22:00, Sat–Sun 10:00–20:00'],
      ['Service line', '400-200-6688, option 2', 'Same hours as online support'],
      ['E-mail', 'service@nuanlan.example', 'Answered within 1 working day'],
      ['Repair centre', '8 Nuanlan Road, Nanhu, Jiaxing', 'Booked repairs only, no cash on delivery'],
    ),
  ],
};
