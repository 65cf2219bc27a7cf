export interface DrawingLines {
  plain?: string;
  /** Stronger lines. */
  ink?: string;
  /** Accented lines. */
  hot?: string;
}

export function Drawing({ plain, ink, hot }: DrawingLines) {
  return (
    <svg class="blank-art" viewBox="0 0 72 52" aria-hidden="true">
      <path d={plain} />
      <path class="hot" d={hot} />
      <path class="ink" d={ink} />
    </svg>
  );
}

/** A table with a row that leads to a panel. */
export const rowDrawing: DrawingLines = {
  plain:
    'M5 4h34a4 4 0 0 1 4 4v36a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4M1 15h42M1 37h42M15 4v44M61 4h7a3 3 0 0 1 3 3v38a3 3 0 0 1-3 3h-7a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3',
  hot: 'M1 15h42v11H1z',
  ink: 'M49 20.5h5M52 18l2.5 2.5L52 23M61.5 11h6M61.5 18h6M61.5 25h4',
};
