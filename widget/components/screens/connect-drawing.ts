import type { DrawingLines } from './Drawing.tsx';

/** Two sides and the way between them. */
export const connectDrawing: DrawingLines = {
  plain: 'M5 10h16a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4M1 20h24M1 31h24M10 10v32',
  hot: 'M51 10h16a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H51a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4',
  ink: 'M59 34V20M54.5 24.5 59 20l4.5 4.5M30 23h9M36.5 20.5 39 23l-2.5 2.5M42 30h-9M35.5 27.5 33 30l2.5 2.5',
};
