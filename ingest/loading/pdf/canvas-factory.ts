import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

type Canvases = typeof import('@napi-rs/canvas');

interface Drawing {
  canvas: Canvas | null;
  context: SKRSContext2D | null;
}

/**
 * What PDF.js makes further canvases with while it draws, for pictures and masks. Its own would ask for the canvas
 * by a name that has been answered with something else when PDF.js was loaded.
 */
export const canvasFactory = ({ createCanvas }: Canvases) =>
  class {
    create(width: number, height: number): Drawing {
      const canvas = createCanvas(Math.max(1, width), Math.max(1, height));
      return { canvas, context: canvas.getContext('2d') };
    }

    reset({ canvas }: Drawing, width: number, height: number): void {
      if (canvas) Object.assign(canvas, { width: Math.max(1, width), height: Math.max(1, height) });
    }

    destroy(drawing: Drawing): void {
      drawing.canvas = null;
      drawing.context = null;
    }
  };
