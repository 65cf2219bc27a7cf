import './Skeleton.css';

/** Widths are in percent of the line, heights in pixels: as wide as words tend to be, and the same each time. */
const lines = [
  [72, 40],
  [58, 46],
  [80, 32],
  [64, 44],
];

export function Bar({ width, height }: { width: string; height: number }) {
  return <span class="sk" style={{ width, height: `${height}px` }} />;
}

/** Rows in the place where entries will be. */
export function EntrySkeleton({ rows = 4 }: { rows?: number }) {
  return (
    <div aria-hidden="true">
      {lines.slice(0, rows).map(([title, meta]) => (
        <div key={title} class="sk-row">
          <Bar width="16px" height={16} />
          <div>
            <Bar width={`${title}%`} height={12} />
            <div style={{ height: '8px' }} />
            <Bar width={`${meta}%`} height={9} />
          </div>
        </div>
      ))}
    </div>
  );
}
