import type { Panel } from '../../store/view.ts';
import type { Command } from './command.ts';
import { contactCommands } from './contact-commands.ts';
import { panelCommands } from './panel-commands.ts';
import { timelineCommands } from './timeline-commands.ts';
import { writeCommands } from './write-commands.ts';

/** All that the panel can be told to do: what a key does, what is listed and what is explained comes from here alone. */
export const commands: readonly Command[] = [
  ...contactCommands,
  ...timelineCommands,
  ...writeCommands,
  ...panelCommands,
];

/** Those that make sense with what is shown. */
export const commandsFor = (panel: Panel) => commands.filter((command) => command.when(panel));
