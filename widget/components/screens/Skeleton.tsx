import './Skeleton.css';

/** Widths in percent of the line: typical lengths of text, constant between renders. */
const lines = [
  [72, 40],
  [58, 46],
  [80, 32],
  [64, 44],
];

export function Bar({ width, height }: { width: string; height: number }) {
  return <span class="sk" style={{ width, height: `${height}px` }} />;
}

/** Placeholder for entries. */
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
