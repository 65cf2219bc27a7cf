import type { ActivityEntry } from '../../../panel-api/activity.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { ChangeView } from '../views/sync.ts';

export type SideName = 'grist' | 'highlevel';

/** Did this entry put its value there, or find it there? A save that came upon somebody else's value was given back unsent. */
function concerns(side: SideName, { result, reason }: ActivityEntry): boolean {
  return (
    result === 'saved' || (side === 'highlevel' && (result === 'half' || (result === 'conflict' && reason === '')))
  );
}

/** In the panel the person is who typed. What the panel only carried over was changed by nobody knows whom. */
const isOwnHand = ({ via }: ActivityEntry) => via === 'panel' || via === 'undo' || via === 'conflict';

/** Where a value was found already, the entry tells when it was carried on, not when it came. */
const foundThere: Record<SideName, ActivityEntry['via']> = { grist: 'grid', highlevel: 'highlevel' };

/**
 * Tells who gave one side of a field the value that it has, and when, by the log alone (newest first): the last entry about
 * that side must hold just this value. `null`: the log does not know.
 */
export function whoChanged(
  entries: readonly ActivityEntry[],
  side: SideName,
  field: FieldRef,
  isValue: (text: string) => boolean,
): ChangeView | null {
  const last = entries.find((entry) => entry.act === 'field' && entry.what === field && concerns(side, entry));
  if (!last || last.via === foundThere[side] || !isValue(last.to)) return null;
  return { name: isOwnHand(last) ? last.person.name : null, at: last.at };
}
