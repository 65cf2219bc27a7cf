import { useNotificationsMessages } from '../../i18n/use-notifications.ts';
import type { Panel } from '../../store/view.ts';
import { Icon } from './Icon.tsx';
import './GridRow.css';

/** Which row is shown, after a move from the panel that the grid did not follow, and the way back to the grid's row. */
export function GridRow({ panel: { moves } }: { panel: Pick<Panel, 'moves'> }) {
  const words = useNotificationsMessages();
  const place = moves.place.value;
  if (!words || typeof place?.gridRow !== 'number') return null;
  return (
    <div class="grid-row">
      <Icon name="info" size={14} />
      <span>{words.apart(place.row, place.gridRow)}</span>
      <button type="button" class="btn btn--sm" onClick={() => void moves.go('grid')}>
        {words.backToGrid(place.gridRow)}
      </button>
    </div>
  );
}
