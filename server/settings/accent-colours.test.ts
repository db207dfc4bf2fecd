import { expect, it } from 'vitest';
import { accentColours, contrast } from './accent-colours.ts';

const SURFACES = ['#ffffff', '#191f27'] as const;

it.each(['#ff0000', '#ffff00', '#ffffff', '#000000', '#0d746a', '#1677ff', '#f7c6d9', '#123', '#7f7f7f'])(
  'of %s makes shades in which everything can be read',
  (hex) => {
    const { accent, 'on-accent': on } = accentColours(hex.padEnd(7, '0'));
    for (const theme of [0, 1] as const) {
      const shade = accent?.[theme] ?? '';
      for (const other of [SURFACES[theme], on?.[theme]])
        expect(contrast(shade, other ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  },
);

it('leaves a colour alone that can be read', () => {
  expect(accentColours('#0d746a').accent?.[0]).toBe('#0d746a');
});
