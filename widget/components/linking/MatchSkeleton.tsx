import { Bar } from '../screens/Skeleton.tsx';

/** Keeps the place of contacts that are looked for. */
export function MatchSkeleton({ label }: { label: string }) {
  return (
    <div class="matches">
      <p class="sr" role="status">
        {label}
      </p>
      {['62%', '48%'].map((width) => (
        <div key={width} class="match" aria-hidden="true">
          <Bar width="32px" height={32} />
          <div>
            <Bar width={width} height={12} />
            <div style={{ height: '8px' }} />
            <Bar width="40%" height={9} />
          </div>
        </div>
      ))}
    </div>
  );
}
