import type { Panel } from '../../store/view.ts';
import { Lazy } from './Lazy.tsx';
import { loadAnnouncement } from './lazy-parts.ts';

/** The live regions of the panel: a polite one, and an assertive one for refused edits. */
export function Announcer({ panel }: { panel: Pick<Panel, 'notices' | 'fields' | 'timeline'> }) {
  const announcement = panel.notices.announcement.value;
  const urgent = announcement?.code === 'save-failed';
  // All screen readers announce changes of a region that exists before its text.
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
