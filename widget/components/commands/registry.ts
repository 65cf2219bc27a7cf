import type { Panel } from '../../store/view.ts';
import type { Command } from './command.ts';
import { contactCommands } from './contact-commands.ts';
import { panelCommands } from './panel-commands.ts';
import { rowCommands } from './row-commands.ts';
import { timelineCommands } from './timeline-commands.ts';
import { writeCommands } from './write-commands.ts';

/** All commands: the only source of shortcuts, the palette and the shortcuts sheet. */
export const commands: readonly Command[] = [
  ...rowCommands,
  ...contactCommands,
  ...timelineCommands,
  ...writeCommands,
  ...panelCommands,
];

/** The commands of the current screen. */
export const commandsFor = (panel: Panel) => commands.filter((command) => command.when(panel));
