import { drawPdf } from '../draw.ts';

const LEFT = [
  'The HD-7 dries with a heat pump: warm air passes through the drum, gives its moisture to a cold coil and comes back warm. Nothing goes outdoors, so no hose is needed.',
  'Give the dryer a level floor and a door that stays open while it runs. Rooms colder than five degrees make it slow, and frost in the pump stops it altogether.',
  'Empty the tank after each load, or connect the drain hose that comes with it. A full tank ends the programme early and lights the drop sign.',
];
const RIGHT = [
  'Clean the lint filter before every load. A filter that looks clean may be closed by softener: wash it with warm water once a month and dry it well.',
  'The heat exchanger behind the lower flap wants a soft brush three times a year. Do not bend the fins, since bent fins lengthen every programme.',
  'When the dryer is moved, let it stand upright for twelve hours before use so that the oil can flow back into the compressor.',
];

/** Two columns of prose between a title and a table over the whole width. */
export const dryer = {
  name: 'hd-7-dryer.en.pdf',
  title: 'HD-7 heat pump dryer',
  order: [...LEFT, ...RIGHT],
  make: () =>
    drawPdf({
      language: 'en',
      header: 'HD-7 heat pump dryer, data and care',
      draw(page) {
        page.heading('HD-7 heat pump dryer: data and care', 20);
        page.columns([LEFT, RIGHT]);
        page.table({
          caption: 'Table 1: Programmes of the HD-7 at full load',
          columns: [3, 2, 2, 2, 2],
          ruling: 'grid',
          spans: { 1: 2, 3: 2 },
          rows: [
            ['Programme', 'Cotton', '', 'Synthetics', ''],
            ['', 'Load', 'Time', 'Load', 'Time'],
            ['Cupboard dry', '7 kg', '172 min', '3.5 kg', '64 min'],
            ['Iron dry', '7 kg', '131 min', '3.5 kg', '48 min'],
            ['Extra dry', '7 kg', '195 min', '3.5 kg', '79 min'],
            ['Quick', '2 kg', '45 min', '1 kg', '29 min'],
          ],
        });
      },
    }),
};
