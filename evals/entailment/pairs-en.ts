import type { EntailmentCase } from './cases.ts';

/** Passages with sentences as a model puts them: true paraphrases, and near misses beside them. */
export const EN_CASES: EntailmentCase[] = [
  {
    source:
      'Every bike includes one free service at our shop within 3 months of purchase; please book two days ahead. The service covers brakes, gears and tyre pressure, not the cost of replacement parts. After 3 months a service costs $45.',
    pairs: [
      [
        'You get one free service within three months of buying the bike.',
        'You get one free service within six months of buying the bike.',
      ],
      ['Please make the booking two days in advance.', 'Please make the booking two weeks in advance.'],
      ['Brakes, gears and tyre pressure are all checked.', 'The chain and both tyres are replaced.'],
      ['If parts need replacing, you pay for those.', 'Replacement parts are free as well.'],
      ['Once the 3 months are over, a service is $45.', 'Once the 3 months are over, a service is $15.'],
      ['The free service takes place at our shop.', 'The free service can be done at your home.'],
      ['You need to book before you come.', 'You do not need to book before you come.'],
    ],
  },
  {
    source:
      'Steep white tea at 90–95 °C. The first infusion takes 20 seconds, each further one 10 seconds longer; leaves give 6 to 8 infusions. Aged white tea may also be simmered. For cold brew leave it in the fridge for 4 hours. Do not keep it in a thermos for long.',
    pairs: [
      ['Use water between 90 and 95 °C for white tea.', 'Use water between 70 and 75 °C for white tea.'],
      ['The first infusion needs only 20 seconds.', 'The first infusion needs 2 minutes.'],
      ['Add ten seconds for each infusion after that.', 'Add one minute for each infusion after that.'],
      ['You can infuse the same leaves six to eight times.', 'You can infuse the same leaves fifteen times.'],
      ['Aged white tea can be simmered, too.', 'Aged white tea must never be simmered.'],
      ['Cold brew needs four hours in the refrigerator.', 'Cold brew needs twelve hours in the refrigerator.'],
      ['It should not stay in a thermos for a long time.', 'It should stay in a thermos for a long time.'],
    ],
  },
  {
    source:
      'The wool coat is dry clean only; do not wash or bleach it. Iron at medium heat through a cloth. Air it for a day before storing and hang it on a wide hanger. Moth repellent must not touch the fabric. Pilling is normal and can be removed gently with a fabric shaver.',
    pairs: [
      ['The coat may only be dry cleaned.', 'The coat may be machine washed.'],
      ['Bleach must not be used on it.', 'Bleach may be used on it.'],
      ['Iron it at medium heat with a cloth in between.', 'Iron it at high heat without a cloth.'],
      ['Let it air for one day before you store it.', 'Let it dry in the sun for three days before you store it.'],
      ['A wide hanger is best for storing it.', 'Store it folded in a vacuum bag.'],
      ['Keep moth repellent away from the fabric.', 'Put moth repellent directly on the fabric.'],
      [
        'Some pilling is normal, and a fabric shaver removes it.',
        'Pilling is a defect, and the coat can be returned for it.',
      ],
    ],
  },
  {
    source:
      'Gold members have free delivery all year, 10% off once in the month of their birthday, and access to sales 24 hours early. Gold takes purchases of $800 within 12 months and is valid for one year. Silver members get free delivery on orders over $40.',
    pairs: [
      ['Delivery is free all year for Gold members.', 'Delivery is free all year for Silver members.'],
      [
        'In their birthday month Gold members get 10% off once.',
        'In their birthday month Gold members get 50% off once.',
      ],
      [
        'Gold members can shop sales 24 hours before everyone else.',
        'Gold members can shop sales three days before everyone else.',
      ],
      ['You reach Gold with $800 of purchases in 12 months.', 'You reach Gold with $300 of purchases in 12 months.'],
      ['Gold status lasts for one year.', 'Gold status lasts for life.'],
      ['With Silver, orders above $40 are delivered free.', 'With Silver, orders above $10 are delivered free.'],
      ['The birthday discount applies only once.', 'The birthday discount applies to every order of the month.'],
    ],
  },
  {
    source:
      'If fresh food arrives spoiled or damaged, send us a photo within 24 hours of delivery and we refund it in full; nothing has to be sent back. We cannot refund matters of taste. Chilled delivery does not reach Alaska, Hawaii and Puerto Rico.',
    pairs: [
      ['Send a photo within 24 hours if the food is spoiled.', 'Send a photo within 7 days if the food is spoiled.'],
      ['You will be refunded in full.', 'You will be refunded half of the price.'],
      ['There is no need to send anything back.', 'You have to send the food back first.'],
      ['We do not give refunds because of taste.', 'We also give refunds because of taste.'],
      ['Chilled delivery is not available in Alaska or Hawaii.', 'Chilled delivery is available in Alaska.'],
      ['Puerto Rico is outside the chilled delivery area.', 'Puerto Rico is reached the next day.'],
      ['Damaged food is refunded as well.', 'Damaged food is replaced twice over.'],
    ],
  },
  {
    source:
      'Two people assemble the desk in about 40 minutes; hex key and plan are in the box and no drill is needed. The top carries up to 60 kg, the drawer up to 5 kg. Assembly at your home costs $60; the fitter contacts you within 48 hours of delivery.',
    pairs: [
      ['It takes two people roughly 40 minutes to assemble.', 'It takes one person roughly 10 minutes to assemble.'],
      ['You do not need a drill; the hex key is in the box.', 'You need a drill of your own.'],
      ['The desk top holds 60 kg at most.', 'The desk top holds 160 kg at most.'],
      ['Put no more than 5 kg into the drawer.', 'Put no more than 60 kg into the drawer.'],
      ['Home assembly is $60.', 'Home assembly is free.'],
      ['The fitter gets in touch within 48 hours after delivery.', 'The fitter comes on the day of delivery.'],
      ['The plan comes with the desk.', 'The plan has to be downloaded and printed.'],
    ],
  },
  {
    source:
      'The earbuds play for 8 hours on a charge and 30 hours with the case; a 10-minute charge gives 2 hours. They are IPX4: sweat and light rain are fine, swimming is not. Connecting two devices at once has to be switched on in the app.',
    pairs: [
      ['One charge lasts for eight hours.', 'One charge lasts for eighteen hours.'],
      ['Together with the case you get 30 hours.', 'Together with the case you get 60 hours.'],
      ['Ten minutes of charging give you two hours of play.', 'Ten minutes of charging give you five hours of play.'],
      ['They withstand sweat and light rain.', 'They can be used under water.'],
      ['Do not wear them for swimming.', 'You can wear them for swimming.'],
      ['Switch on the connection to two devices in the app.', 'They connect to three devices by themselves.'],
      ['Their water resistance is IPX4.', 'Their water resistance is IPX7.'],
    ],
  },
  {
    source:
      'The electronic invoice is sent to your e-mail address within 24 hours of the order being completed and can be downloaded from "My orders". A wrong name can be corrected once within 30 days. A VAT invoice needs your tax number and bank details and is posted within 5 business days.',
    pairs: [
      [
        'You get the invoice by e-mail within 24 hours after the order is completed.',
        'You get the invoice by e-mail within one hour of ordering.',
      ],
      ['It can also be downloaded from "My orders".', 'It can also be printed at the store.'],
      [
        'If the name is wrong, it can be corrected once within 30 days.',
        'If the name is wrong, it can be corrected at any time and as often as you like.',
      ],
      [
        'For a VAT invoice we need your tax number and bank details.',
        'For a VAT invoice we only need your phone number.',
      ],
      ['VAT invoices are posted within five business days.', 'VAT invoices are posted within fifteen business days.'],
      ['The invoice goes to your e-mail address.', 'The invoice goes to your phone as a text message.'],
      ['Only one correction is possible.', 'Invoices cannot be corrected at all.'],
    ],
  },
  {
    source:
      'Once open, seal the pet food, keep it cool and dry and use it within 6 weeks. Change to a new food over 7 days to avoid an upset stomach. Kittens of 2 to 12 months eat 3 or 4 times a day, adult cats twice. It contains no grain and no artificial colours.',
    pairs: [
      ['Use the food within six weeks of opening.', 'Use the food within six months of opening.'],
      ['Store it in a cool, dry place.', 'Store it in the freezer.'],
      ['Switch to the new food over seven days.', 'Switch to the new food at once on the first day.'],
      ['Kittens should be fed three or four times a day.', 'Kittens should be fed once a day.'],
      ['Adult cats need two meals a day.', 'Adult cats need five meals a day.'],
      ['There is no grain and no artificial colour in it.', 'There is oat in it.'],
      ['A slow change helps to avoid an upset stomach.', 'A slow change prevents skin diseases.'],
    ],
  },
  {
    source:
      'For pre-orders the balance is due from 1 December 00:00 to 3 December 24:00. If it is not paid in time, the deposit is not refunded. If we cancel because we are out of stock, you get twice the deposit back. Pre-orders cannot be combined with coupons; points may be used.',
    pairs: [
      ['The balance can be paid from 1 December.', 'The balance can be paid from 11 December.'],
      [
        'If you do not pay by 3 December, you lose the deposit.',
        'If you do not pay by 3 December, the deposit is refunded.',
      ],
      [
        'If we run out of stock and cancel, we return double the deposit.',
        'If we run out of stock and cancel, we return triple the deposit.',
      ],
      ['Coupons cannot be used on pre-orders.', 'Coupons can be used on pre-orders.'],
      ['You may pay with points.', 'You may not pay with points.'],
      ['The last day for the balance is 3 December.', 'The last day for the balance is 31 December.'],
      ['The deposit is not refunded when the balance is late.', 'The deposit is refunded in every case.'],
    ],
  },
  {
    source:
      'Do not put the thermos in the microwave or the dishwasher. Before first use wash it with warm water and baking soda and let it dry. Do not fill it with fizzy drinks, dry ice or milk that is kept for long. Replace the seal every 12 months; one seal is free from our support.',
    pairs: [
      ['The thermos is not suitable for microwave or dishwasher.', 'The thermos is suitable for the dishwasher.'],
      [
        'Wash it with warm water and baking soda before using it for the first time.',
        'Boil it for 30 minutes before using it for the first time.',
      ],
      ['Fizzy drinks and dry ice must not go into it.', 'Fizzy drinks may go into it.'],
      ['The seal should be replaced every 12 months.', 'The seal should be replaced every 24 months.'],
      ['Our support gives you one seal free of charge.', 'Our support gives you a new thermos free of charge.'],
      ['Do not keep milk in it for long.', 'Milk keeps in it for three days.'],
      ['Let it dry after the first wash.', 'Bleach it after the first wash.'],
    ],
  },
  {
    source:
      'Return postage: if you simply change your mind you pay $7 an item, taken off the refund; for faulty goods we pay. Refunds are made 3 to 5 business days after the warehouse has received and checked the goods; credit cards may take another 7 days. Free gifts must come back too, or $15 is deducted.',
    pairs: [
      [
        'If you change your mind, return postage is $7 per item.',
        'If you change your mind, we pay the return postage.',
      ],
      ['The $7 are taken off your refund.', 'The $7 have to be transferred separately.'],
      ['We cover the postage if the item is faulty.', 'You cover the postage even if the item is faulty.'],
      [
        'The refund follows 3 to 5 business days after the goods were checked.',
        'The refund follows on the day the goods were checked.',
      ],
      ['With a credit card it can take another seven days.', 'With a credit card it can take another thirty days.'],
      ['Please send free gifts back as well.', 'You can keep the free gifts.'],
      ['Otherwise $15 are deducted for the gift.', 'Otherwise $150 are deducted for the gift.'],
    ],
  },
];
