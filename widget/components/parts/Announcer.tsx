import type { Panel } from '../../store/view.ts';
import { Lazy } from './Lazy.tsx';
import { loadAnnouncement } from './lazy-parts.ts';

/** The panel's voice: one polite region, and one that interrupts when an edit was refused. */
export function Announcer({ panel }: { panel: Panel }) {
  const announcement = panel.announcement.value;
  const urgent = announcement?.code === 'save-failed';
  // A region that is there before its words is heard by all screen readers.
  const words = announcement && (
    <Lazy key={announcement.sequence} load={loadAnnouncement} props={{ panel, announcement }} errorFallback={null} />
  );
  return (
    <>
      <div class="sr" aria-live="polite">
        {!urgent && words}
      </div>
      <div class="sr" role="alert">
        {urgent && words}
      </div>
    </>
  );
}
