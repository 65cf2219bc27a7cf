import type { Panel } from '../../store/view.ts';
import type { Move } from '../../store/views/moves.ts';
import type { Command } from './command.ts';

const onRow = (panel: Panel) => ['contact', 'unlinked', 'unknown-contact', 'refused'].includes(panel.screen.value.kind);

type RowName = 'nextRow' | 'previousRow' | 'nextOpenTask' | 'nextOverdue' | 'gridRow';

const move = (name: RowName, key: string, to: Move): Command => ({
  name,
  group: 'rows',
  keys: [key],
  when: onRow,
  at:
    ({ panel }) =>
    () =>
      void panel.moves.go(to),
});

/** Commands that move the panel from row to row. */
export const rowCommands: readonly Command[] = [
  move('nextRow', 'Shift+j', 'next'),
  move('previousRow', 'Shift+k', 'previous'),
  move('nextOpenTask', 'd', 'open-task'),
  move('nextOverdue', 'Shift+d', 'overdue'),
  { ...move('gridRow', 'b', 'grid'), when: (panel) => typeof panel.moves.place.value?.gridRow === 'number' },
];
