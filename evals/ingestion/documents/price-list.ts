import { drawPdf } from '../draw.ts';

const PARTS: Array<[string, string, string, string]> = [
  ['Bottom bracket BB-30', 'All road frames', '34.90', '3 days'],
  ['Brake pads, sintered', 'Discs of 160 mm', '18.50', 'in stock'],
  ['Brake pads, resin', 'Discs of 140 and 160 mm', '14.20', 'in stock'],
  ['Cassette 11-34', 'Eleven speed hubs', '79.00', '5 days'],
  ['Chain, nickel', 'Eleven speed', '31.40', 'in stock'],
  ['Derailleur hanger H4', 'Frames from 2021 on', '22.75', '10 days'],
  ['Fork cartridge', 'Trail fork 130 mm', '164.00', '14 days'],
  ['Grips, locking', 'Flat bars', '19.95', 'in stock'],
  ['Headset, tapered', 'Steerers 1.5 inch', '57.30', '4 days'],
  ['Inner tube 28 inch', 'Tyres 25 to 32 mm', '6.80', 'in stock'],
];

/** A price list without any rules that goes on over a page; its head is not repeated. */
export const priceList = {
  name: 'bicycle-parts.en.pdf',
  title: 'Spare parts and prices',
  order: ['Prices are in euro', 'Bottom bracket BB-30', 'Inner tube 28 inch', 'Spare wheel set 9'],
  make: () =>
    drawPdf({
      language: 'en',
      header: 'Veldkamp Cycles, spare parts 2026',
      draw(page) {
        page.heading('Spare parts and prices', 20);
        page.paragraph('Prices are in euro and include tax. Delivery times count working days from the order.');
        page.table({
          columns: [4, 4, 2, 2],
          ruling: 'none',
          padding: 4,
          rows: [
            ['Part', 'Fits', 'Price', 'Delivery'],
            ...PARTS,
            ...Array.from({ length: 30 }, (_, i) => [
              `Wheel spoke no. ${i + 1}`,
              `Rims of ${20 + i} holes`,
              `${(1.15 + i * 0.05).toFixed(2)}`,
              'in stock',
            ]),
            ...Array.from({ length: 9 }, (_, i) => [
              `Spare wheel set ${i + 1}`,
              `Frames of size ${50 + i}`,
              `${210 + i * 7}.00`,
              `${6 + i} days`,
            ]),
          ],
        });
      },
    }),
};
