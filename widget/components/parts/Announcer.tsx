import type { Panel } from '../../store/view.ts';
import { Lazy } from './Lazy.tsx';
import { loadSaid } from './later.ts';

/** The panel's voice: one polite region, and one that interrupts when an edit was refused. */
export function Announcer({ panel }: { panel: Panel }) {
  const said = panel.announcement.value;
  const urgent = said?.code === 'save-failed';
  // A region that is there before its words is heard by all screen readers.
  const words = said && <Lazy key={said.sequence} load={loadSaid} props={{ panel, said }} unfetched={null} />;
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
